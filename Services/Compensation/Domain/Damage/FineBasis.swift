/// Which fine a share is taken of: it changes while the penalty case goes on, so the one taken is kept.
enum FineBasis: String, Sendable, CaseIterable {
  /// What the discretion table gives, before any reduction for compensation.
  case discretion
  /// The fine of the planned prior notice.
  case planned
  /// The fine decided.
  case decided

  /// The code in the rule packs.
  var ruleCode: String {
    switch self {
    case .discretion: "DISCRETION_RESULT_BEFORE_REDUCTION"
    case .planned: "PLANNED_NOTICE"
    case .decided: "DECISION"
    }
  }

  var chinese: String {
    switch self {
    case .discretion: "裁量结果(从轻、减轻之前)"
    case .planned: "拟处罚金额"
    case .decided: "处罚决定金额"
    }
  }
}
