/// Who paid.
public enum PayerKind: String, Sendable, CaseIterable {
  /// 赔偿义务人.
  case obligor
  /// An insurer of the pool.
  case insurer
  /// A court, from enforcement.
  case court
  /// Anybody else.
  case other
}
