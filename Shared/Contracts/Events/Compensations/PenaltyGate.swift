/// A point of a penalty case that waits for what happens on the side of compensation.
public enum PenaltyGate: String, Sendable, CaseIterable {
  /// The review of the penalty case (审核): the clue must be checked first.
  case review
  /// The prior notice (事先告知书): consultation must come first.
  case priorNotice = "prior-notice"
  /// A lighter or reduced penalty (从轻、减轻): the duty of compensation must be performed.
  case reduction
}
