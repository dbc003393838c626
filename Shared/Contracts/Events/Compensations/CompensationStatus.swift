/// Where a case stands.
public enum CompensationStatus: String, Sendable, CaseIterable {
  /// Being checked.
  case clue
  /// Ended without a case.
  case notStarted = "not-started"
  /// 启动.
  case filed
  /// 调查.
  case investigation
  /// 鉴定评估.
  case assessment
  /// 磋商.
  case negotiation
  /// 协议.
  case agreed
  /// 司法确认: the court publishes the agreement and decides.
  case courtConfirmation = "court-confirmation"
  /// 履行 or 修复.
  case performing
  /// 效果评估.
  case evaluation
  /// 诉讼.
  case suit
  /// With the insurer.
  case insurance
  /// 结案.
  case closed
}
