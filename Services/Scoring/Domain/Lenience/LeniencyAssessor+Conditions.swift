import Contracts

extension LeniencyAssessor {
  /// Study and examination, where the packs let them make a penalty lighter.
  func study(_ rules: LenienceRules) -> [GroundFinding] {
    let credit = file.study.credit(forCase: file.number, at: now, rules.study, calendar: rules.calendar)
    guard let rate = rules.study.rate, rules.study.incentives.contains(.lighterPenalty) else {
      guard credit != nil else { return [] }
      return [study(.ruleNotInForce, "所适用的规则没有学法减罚", nil, rules)]
    }
    guard let credit else { return [study(.studyMissing, "未完成学法并通过考试", rate, rules)] }
    return [study(.conditionsMet, "学法\(credit.units)学时并通过考试", rate, rules)]
  }

  private func study(
    _ reason: GroundFinding.Reason, _ detail: String, _ rate: RateRange?, _ rules: LenienceRules
  ) -> GroundFinding {
    GroundFinding(
      ground: GroundFinding.Code.study, reason: reason, detail: detail, rate: rate, effect: .lighter,
      reference: rules.study.rateReference ?? rules.study.reference)
  }

  /// What forbids every choice of leniency: a duty of compensation that is not performed, or not yet looked at.
  /// - Returns: nil where nothing does.
  func compensation(_ rules: LenienceRules) -> GroundFinding? {
    guard rules.compensationFirst else { return nil }
    let reference = try? rules.reference(LenienceRules.Key.compensationFirst)
    if file.unperformedDuty != nil {
      return GroundFinding(
        ground: GroundFinding.Code.compensation, reason: .compensationNotPerformed, detail: "生态环境损害赔偿责任尚未履行",
        reference: reference)
    }
    guard file.isScreening else { return nil }
    return GroundFinding(
      ground: GroundFinding.Code.compensation, reason: .compensationScreening, detail: "尚未完成生态环境损害赔偿审查",
      reference: reference)
  }
}

extension GroundFinding {
  /// The same ground, barred by a duty of compensation.
  func forbidden(by duty: GroundFinding) -> GroundFinding {
    GroundFinding(
      ground: ground, reason: duty.reason, detail: duty.detail, rate: rate, effect: effect, reference: reference)
  }
}
