/// What money of the one account is spent on.
public enum SpendingCategory: String, Sendable, CaseIterable {
  /// 修复.
  case restoration
  /// 替代修复.
  case substituteRestoration = "substitute-restoration"
  /// 应急处置与清污.
  case emergency
  /// 调查、鉴定评估.
  case assessment
  /// 示范、教育基地.
  case educationBase = "education-base"
  /// Anything else, with a reason.
  case other
}
