/// What came of a contact with the petitioner.
public enum ContactOutcome: String, Sendable, CaseIterable {
  /// The message was delivered, with proof.
  case delivered
  /// The petitioner was reached in person.
  case reached
  /// All attempts failed.
  case notReached = "not-reached"
  /// The petitioner wants no contact.
  case declined
  /// Name or address unclear (信访工作条例 §23).
  case noContactData = "no-contact-data"
}
