/// What a task of the yearly plan counts.
public enum PlanMeasure: String, Sendable, CaseIterable {
  /// Clues screened.
  case clues
  /// Clues that the county found itself (自主筛查).
  case selfScreened = "self-screened"
  /// Cases started.
  case filed
  /// Cases closed.
  case closed
  /// Cases closed that the county found and handled itself.
  case selfClosed = "self-closed"
  /// The amount fixed, in fen.
  case amountFixed = "amount-fixed"
}
