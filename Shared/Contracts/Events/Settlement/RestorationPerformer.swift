/// Who restores.
public enum RestorationPerformer: String, Sendable, CaseIterable {
  /// 赔偿义务人.
  case obligor
  /// 受赔偿义务人委托的单位.
  case entrusted
  /// 有关部门代为修复, at the obligor's cost (民法典 第一千二百三十四条).
  case authority
}
