/// Who is told that a period ran out.
public enum EscalationTarget: String, Sendable, CaseIterable {
  /// The supervisor of the unit.
  case supervisor
  /// The head of the bureau.
  case leader
}
