/// A setting of a topic that is otherwise than it should be.
public struct TopicDrift: Sendable, Equatable {
  /// Kafka's name of it, such as `retention.ms`.
  public let setting: String
  /// Nil when the broker does not say.
  public let present: String?
  public let wanted: String
}
