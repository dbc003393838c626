/// How a credit repair, an objection, an administrative review or a lawsuit ended.
public enum CreditCaseOutcome: String, Sendable, CaseIterable {
  /// 准予: all of what was asked for.
  case granted
  /// 部分准予: some of what was asked for.
  case partlyGranted = "partly-granted"
  /// 不予: nothing of it.
  case rejected
  /// 撤销: the act was revoked.
  case revoked
  /// 变更: the act was changed.
  case changed
  /// 确认违法: the act was found unlawful, and stands.
  case unlawful
  /// 维持 or 驳回: the act stands.
  case upheld
  /// 终止: it ended without a decision on the matter, by settlement or withdrawal.
  case terminated
}
