/// Why a case was opened again.
public enum ReopenReason: String, Sendable, CaseIterable {
  /// New facts or reasons.
  case newFacts = "new-facts"
  /// The petitioner was not satisfied when called back.
  case dissatisfied
  /// A check on the spot found that the result does not hold.
  case fieldCheck = "field-check"
  /// A review sent the case back.
  case review
  /// Another reason, on file.
  case other
}
