/// Where a case about credit stands.
enum CreditCaseStatus: String, Sendable, CaseIterable {
  /// Applied for, not taken on yet.
  case filed
  /// 受理.
  case accepted
  /// 不予受理.
  case refused
  /// Judged, and the judgment can still be appealed.
  case decided
  /// Decided for good.
  case closed
  /// 撤回.
  case withdrawn
}
