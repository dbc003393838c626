import Civics
import Contracts
import FoundationEssentials

extension LeniencyAssessor {
  /// One claimed item of the catalogue: its violation, its factors and its limits, each.
  func item(_ code: String, _ rules: LenienceRules) -> GroundFinding {
    guard let item = rules.item(code) else {
      return GroundFinding(ground: code, reason: .itemUnknown, detail: "清单中没有此事项", effect: nil, reference: nil)
    }
    if !item.violations.isEmpty, item.violations.isDisjoint(with: file.codes) {
      return finding(item, .violationNotCovered, "本案违法行为不属于该事项")
    }
    for factor in item.factors {
      if let reason = refusal(of: factor, rules) {
        let name = rules.factors[factor] ?? factor
        return finding(item, reason.0, "\(name):\(reason.1)")
      }
    }
    for limit in item.limits {
      guard let value = request.measures.first(where: { $0.measure == limit.measure })?.ratio else {
        return finding(item, .measureMissing, "缺少\(limit.name)")
      }
      guard limit.within.contains(value) else {
        return finding(item, .measureOutside, "\(limit.name)为\(value),不在\(limit.within)之内")
      }
    }
    return finding(item, .conditionsMet, "\(item.condition):\(item.discretion)(\(item.basis))")
  }

  private func finding(_ item: CatalogueItem, _ reason: GroundFinding.Reason, _ detail: String) -> GroundFinding {
    GroundFinding(
      ground: item.code, reason: reason, detail: detail, rate: item.rate, effect: item.effect,
      reference: item.reference)
  }

  /// A factor that is checked from what is known, not found by staff.
  static let studyPassed = "STUDY_PASSED"

  /// Why a factor does not hold: staff did not find it with evidence, or what is known refutes it.
  /// - Returns: nil for one that holds.
  private func refusal(of factor: String, _ rules: LenienceRules) -> (GroundFinding.Reason, String)? {
    if factor == LeniencyAssessor.studyPassed {
      let credit = file.study.credit(forCase: file.number, at: now, rules.study, calendar: rules.calendar)
      return credit == nil ? (.studyMissing, "未完成学法并通过考试") : nil
    }
    guard let finding = request.findings.first(where: { $0.factor == factor }), finding.found else {
      return (.factorNotFound, "未认定")
    }
    guard !finding.evidence.isEmpty else { return (.factorWithoutEvidence, "认定没有证据") }
    switch factor {
    case "FIRST_VIOLATION":
      let earlier = file.otherViolations.last { violation in
        violation.decidedAt <= actAt
          && rules.firstViolation.due(from: violation.decidedAt, calendar: rules.calendar).instant > actAt
      }
      return earlier.map { (.factorRefuted, "此前已有处罚决定\($0.penaltyNumber)") }
    case "CORRECTED_IN_TIME":
      return file.rectification?.passed == false ? (.factorRefuted, "整改核查未通过") : nil
    case "NO_HARM":
      return file.isDamage ? (.factorRefuted, "本案已启动生态环境损害赔偿") : nil
    default: return nil
    }
  }
}
