import Civics
import Contracts
import FoundationEssentials

extension LeniencyAssessor {
  /// What came of the apology.
  struct Apology {
    let finding: GroundFinding?
    var pledge: Pledge?
    var cap: Money?
  }

  /// The public apology: none of the exclusions, put right, published, pledged, once for each pledge.
  func apology(_ rules: LenienceRules) throws(LenienceError) -> Apology {
    let pledge = file.pledges.last { $0.penaltyNumber == file.number }
    guard let apology = rules.apology else {
      guard pledge != nil || file.apologyRequestedAt != nil else { return Apology(finding: nil) }
      return Apology(finding: finding(nil, .ruleNotInForce, "所适用的规则没有公开道歉承诺从轻处罚"))
    }
    let rate = try rate(apology)
    func answer(_ reason: GroundFinding.Reason, _ detail: String) -> Apology {
      Apology(finding: finding(apology.reference, reason, detail, rate: rate.range))
    }
    for condition in apology.conditions {
      if let refusal = refusal(of: condition, pledge, apology, rules.calendar) { return answer(refusal.0, refusal.1) }
    }
    guard let pledge else { return answer(.apologyMissing, "未公开道歉") }
    if let refusal = lateRequest(apology, rules.calendar) { return answer(refusal.0, refusal.1) }
    if let other = usedPledges[pledge.id], other != file.number {
      return answer(.pledgeUsed, "该承诺已用于\(other)")
    }
    if let broken = brokenPledge(apology, rules.calendar) {
      return answer(.pledgeBroken, "在\(broken.penaltyNumber)一案中的承诺已被违反")
    }
    var result = answer(.conditionsMet, "\(rate.name):积极整改并公开道歉承诺守法,可在裁量基准上从轻")
    result.pledge = pledge
    result.cap = apology.cap
    return result
  }

  private func finding(
    _ reference: Contracts.RuleReference?, _ reason: GroundFinding.Reason, _ detail: String, rate: RateRange? = nil
  ) -> GroundFinding {
    GroundFinding(
      ground: GroundFinding.Code.apology, reason: reason, detail: detail, rate: rate, effect: .lighter,
      reference: reference)
  }

  /// The rate of the firm's class; that of everybody else where the request names none.
  private func rate(_ apology: ApologyRules) throws(LenienceError) -> ApologyRules.Rate {
    let wanted = request.apologyClass ?? ApologyRules.Rate.any
    guard let rate = apology.rates.first(where: { $0.code == wanted }) else {
      throw .invalid(
        field: "body.apologyClass",
        reason: "the classes are \(apology.rates.map(\.code).joined(separator: ", "))")
    }
    return rate
  }

  private func refusal(
    of condition: ApologyRules.Condition, _ pledge: Pledge?, _ apology: ApologyRules, _ calendar: WorkingCalendar
  ) -> (GroundFinding.Reason, String)? {
    switch condition {
    case .notExcluded: exclusion(apology, calendar).map { (.excluded, "属于排除情形:\($0.name)") }
    case .requested: file.apologyRequestedAt == nil ? (.notRequested, "未书面申请") : nil
    case .rectified: file.rectification?.passed == true ? nil : (.notRectified, "整改未经核查通过")
    case .published: pledge == nil ? (.apologyMissing, "未公开道歉") : nil
    case .pledged: pledge?.isPledged == true ? nil : (.pledgeMissing, "道歉中没有守法承诺")
    }
  }

  /// The first circumstance that excludes the case: found by staff, or seen in what is known.
  private func exclusion(_ apology: ApologyRules, _ calendar: WorkingCalendar) -> ApologyRules.Exclusion? {
    apology.exclusions.first { exclusion in
      if request.circumstances.contains(exclusion.code) || !exclusion.facts.isDisjoint(with: file.codes) { return true }
      if exclusion.told == .crime, file.isCrimeReferred { return true }
      guard let within = exclusion.within else { return false }
      return file.otherViolations.contains { violation in
        violation.decidedAt <= actAt && within.due(from: violation.decidedAt, calendar: calendar).instant > actAt
      }
    }
  }

  /// Whether the firm asked after the period from the prior notice.
  private func lateRequest(
    _ apology: ApologyRules, _ calendar: WorkingCalendar
  ) -> (GroundFinding.Reason, String)? {
    guard let period = apology.request, let asked = file.apologyRequestedAt, let notice = file.noticeAt else {
      return nil
    }
    let due = period.due(from: notice, calendar: calendar)
    return asked < due.instant ? nil : (.requestedTooLate, "申请期限至\(due.date)")
  }

  /// A pledge of the subject that was broken and still bars.
  private func brokenPledge(_ apology: ApologyRules, _ calendar: WorkingCalendar) -> Pledge? {
    file.pledges.first { pledge in
      let end = apology.term.due(from: pledge.givenAt, calendar: calendar).instant
      guard let breach = file.otherViolations.first(where: { pledge.isBroken(by: $0, bindingUntil: end) }) else {
        return false
      }
      return apology.bar.map { now < $0.due(from: breach.decidedAt, calendar: calendar).instant } ?? true
    }
  }
}
