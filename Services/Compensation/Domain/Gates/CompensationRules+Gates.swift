import Civics

extension CompensationRules {
  /// Which gates the place knows.
  func gates() throws(CompensationError) -> GateRules {
    try look { rules throws(RuleLookupError) in
      GateRules(
        reviewWaits: try rules.flag(Key.reviewFirst), noticeWaits: try rules.flag(Key.consultationFirst),
        reductionWaits: try rules.flag(Key.performanceFirst))
    }
  }
}
