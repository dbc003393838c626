/// What has become of a message that was not taken in.
public enum DeadLetterState: String, Sendable, CaseIterable {
  /// Breaks the contract: final.
  case rejected
  /// Valid, but handling it failed: waits for a redrive and holds its key.
  case parked
  /// Came after a parked one of the same ordering key and keeps its turn.
  case waiting
  /// Taken in after all.
  case redriven
  /// Given up by an operator.
  case discarded
}
