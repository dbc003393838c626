import Contracts
import FoundationEssentials

extension CompensationCase {
  /// What the penalty side may do now.
  ///
  /// A pure function of the case and the rules, so that the answer is the same in whatever order clue, check,
  /// consultation and penalty came in.
  func gates(_ rules: GateRules) -> [GateAnswer] {
    [reviewGate(rules), noticeGate(rules), reductionGate(rules)]
  }

  ///
  private func reviewGate(_ rules: GateRules) -> GateAnswer {
    guard rules.reviewWaits else { return GateAnswer(.review, isOpen: true, .notRequired) }
    if status == .clue { return GateAnswer(.review, isOpen: false, .notChecked) }
    return GateAnswer(.review, isOpen: true, status == .notStarted ? .notStarted : .checked)
  }

  /// X-03, which asks for nothing where no compensation is started.
  private func noticeGate(_ rules: GateRules) -> GateAnswer {
    guard rules.noticeWaits else { return GateAnswer(.priorNotice, isOpen: true, .notRequired) }
    if status == .clue { return GateAnswer(.priorNotice, isOpen: false, .notChecked) }
    if !file.consultations.isEmpty { return GateAnswer(.priorNotice, isOpen: true, .consulted) }
    if isWithoutDuty { return GateAnswer(.priorNotice, isOpen: true, .notStarted) }
    if file.performedAt != nil { return GateAnswer(.priorNotice, isOpen: true, .performed) }
    if subjectKey == nil { return GateAnswer(.priorNotice, isOpen: true, .noObligor) }
    return GateAnswer(.priorNotice, isOpen: false, .notConsulted)
  }

  /// performance is necessary for a reduction, not sufficient.
  private func reductionGate(_ rules: GateRules) -> GateAnswer {
    guard rules.reductionWaits else { return GateAnswer(.reduction, isOpen: true, .notRequired) }
    if status == .clue { return GateAnswer(.reduction, isOpen: false, .notChecked) }
    if isWithoutDuty { return GateAnswer(.reduction, isOpen: true, .notStarted) }
    if file.performedAt != nil { return GateAnswer(.reduction, isOpen: true, .performed) }
    return GateAnswer(.reduction, isOpen: false, .notPerformed)
  }

  /// Whether no duty of compensation exists: none was started, or it was ended as there is none.
  private var isWithoutDuty: Bool {
    status == .notStarted || (status == .closed && file.outcome == .terminated)
  }

  /// Where the penalty case went through a gate before what it waits for had happened, by the instants at which things
  /// happened, not by the order in which they were told.
  func breaches(of course: PenaltyCourse, _ rules: GateRules, at now: Date) -> [GateBreach] {
    var found: [GateBreach] = []
    if rules.reviewWaits, let passed = course.passedNoticeAt, passed <= now, !happened(file.checkedAt, by: passed) {
      found.append(GateBreach(.review, passedAt: passed, .notChecked))
    }
    if rules.noticeWaits, !isWithoutDuty, status != .clue, subjectKey != nil,
      let passed = course.passedNoticeAt, passed <= now,
      !happened(file.consultations.map(\.heldAt).min(), by: passed), !happened(file.performedAt, by: passed)
    {
      found.append(GateBreach(.priorNotice, passedAt: passed, .notConsulted))
    }
    if rules.reductionWaits, !isWithoutDuty, status != .clue, let passed = course.reducedAt, passed <= now,
      !happened(file.performedAt, by: passed)
    {
      found.append(GateBreach(.reduction, passedAt: passed, .notPerformed))
    }
    return found
  }

  private func happened(_ instant: Date?, by limit: Date) -> Bool { instant.map { $0 <= limit } ?? false }

  /// Brings gates and breaches up to date with what was told of the penalty case.
  /// - Returns: the events that tell of what changed.
  mutating func settleGates(_ records: [PenaltyRecord], _ rules: GateRules, at now: Date) -> [any EventPayload] {
    guard let penalty else { return [] }
    let course = PenaltyCourse(records)
    let planned = course.passedNoticeAt
    file.nextPassing = planned.flatMap { $0 > now ? $0 : nil }
    var events: [any EventPayload] = []
    let answers = gates(rules)
    for answer in answers where !file.gates.contains(answer) {
      events.append(
        CompensationGateChanged(
          caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey,
          penaltyNumber: penalty.number, gate: answer.gate, open: answer.isOpen, reason: answer.reason))
    }
    file.gates = answers
    let breaches = breaches(of: course, rules, at: now)
    for breach in breaches where !file.breaches.contains(breach) {
      events.append(
        CompensationOrderBreached(
          caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey,
          penaltyNumber: penalty.number, gate: breach.gate, passedAt: breach.passedAt, reason: breach.reason))
    }
    let gone = Set(file.breaches.map(\.gate)).subtracting(breaches.map(\.gate))
    for gate in PenaltyGate.allCases where gone.contains(gate) {
      events.append(
        CompensationOrderRestored(
          caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey,
          penaltyNumber: penalty.number, gate: gate))
    }
    file.breaches = breaches
    return events
  }
}
