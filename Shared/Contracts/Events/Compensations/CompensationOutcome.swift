/// How a case ended.
public enum CompensationOutcome: String, Sendable, CaseIterable {
  /// The obligor performed.
  case performed
  /// The insurer paid.
  case insured
  /// It went to court.
  case suit
  /// It was ended without performance.
  case terminated
}
