/// What the consumer does after a batch.
public enum KafkaBatchOutcome: Sendable, Hashable {
  /// The batch is dealt with; the next one follows.
  case proceed
  /// Nothing after the delegate's own positions is dealt with: drop what was fetched, stay in the group without
  /// reading for this long, then ask for positions again.
  case rewind(after: Duration)
}
