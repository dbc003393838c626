/// What study of the law and a passed examination earn (学法激励).
public enum StudyIncentive: String, Sendable, CaseIterable {
  /// 优先纳入正面清单.
  case positiveListPriority = "positive-list-priority"
  /// 不予处罚.
  case noPenalty = "no-penalty"
  /// 从轻、减轻处罚.
  case lighterPenalty = "lighter-penalty"
  /// 加速信用修复.
  case fasterRepair = "faster-repair"
}
