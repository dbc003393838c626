/// What the court said to an application for judicial confirmation.
public enum CourtDecision: String, Sendable, CaseIterable {
  /// 裁定确认有效.
  case confirmed
  /// 裁定驳回申请.
  case rejected
  /// 申请撤回.
  case withdrawn
}
