/// What is sent again.
enum ReplayKind: String, Sendable, CaseIterable {
  /// Deliveries that were given up.
  case failed
  /// Whatever the topics hold and the endpoint has not got: events from before it was approved or while it was off, and
  /// deliveries that were given up.
  case missing
}
