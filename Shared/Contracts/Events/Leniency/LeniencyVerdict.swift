/// What the law and the rule packs allow in a penalty case.
public enum LeniencyVerdict: String, Sendable, CaseIterable {
  /// 应当不予处罚: the law leaves no choice.
  case noPenaltyRequired = "no-penalty-required"
  /// 可以不予处罚: the authority may waive the penalty.
  case noPenaltyAllowed = "no-penalty-allowed"
  /// 可以从轻、减轻: less than the discretion table gives.
  case reductionAllowed = "reduction-allowed"
  /// 不得从轻、减轻: a condition that the law demands is not met.
  case reductionForbidden = "reduction-forbidden"
  /// No ground applies.
  case noGround = "no-ground"
}
