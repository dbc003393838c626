/// What lies in a topic and is not taken in, as this replica sees it: of the partitions that it reads.
struct TopicLag: Sendable, Equatable {
  var partitions = 0
  var messages: Int64 = 0
  /// How long the oldest has waited.
  var seconds = 0.0
}
