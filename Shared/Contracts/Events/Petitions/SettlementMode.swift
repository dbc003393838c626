/// How a matter was settled with the petitioner (信访工作条例 §33).
public enum SettlementMode: String, Sendable, CaseIterable {
  /// 调解.
  case mediation
  /// 和解.
  case settlement
}
