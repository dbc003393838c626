/// What an investigation proposes.
public enum InvestigationProposal: String, Sendable, CaseIterable {
  /// 赔偿: go on to the assessment and claim.
  case claim
  /// 终止: end the case.
  case end
}
