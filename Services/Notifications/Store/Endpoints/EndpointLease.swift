import FoundationEssentials

/// An endpoint that one worker has for one visit.
struct EndpointLease: Sendable {
  let id: UUID
  let lease: UUID
  let url: String
  let health: EndpointHealth
  let mode: ContentMode
  /// The most requests in flight at once.
  let concurrency: Int
  /// Whether it answers slowly, as far as is known.
  let isSlow: Bool
  var pace: RequestPace
  /// The sealed keys that sign.
  var keys: [[UInt8]] = []
  /// Whose turn it is, oldest first; of an ordered endpoint each of another subject.
  var due: [DueDelivery] = []
}
