import Contracts
import FoundationEssentials

extension CreditCase {
  private func require(_ wanted: CreditCaseStatus..., for step: String) throws(CreditError) {
    guard wanted.contains(status) else { throw .outOfTurn(step: step, status: status) }
  }

  private var isBeforeOthers: Bool { kind == .administrativeReview || kind == .litigation }

  /// The application is there; the time to take it on runs.
  mutating func begin(_ rules: CreditRules) throws(CreditError) -> CreditCaseFiled {
    let due = try rules.dueDate(CreditRules.Key.acceptance(kind), from: filedAt)
    start(.acceptance, due)
    return CreditCaseFiled(
      caseId: id, caseNumber: number, kind: kind, subjectKey: subject, region: region, at: filedAt,
      entries: file.entries, penaltyNumber: file.penaltyNumber, decidedBy: file.decidedBy, dueDates: [due])
  }

  /// It is taken on (受理): by the bureau, by the authority above, by the court.
  /// - Parameter copyReceivedAt: when the bureau got the copy that it must answer.
  mutating func accept(
    at instant: Date, copyReceivedAt: Date?, _ rules: CreditRules
  ) throws(CreditError) -> CreditCaseAccepted {
    try require(.filed, for: "accept")
    status = .accepted
    meet(.acceptance, at: instant)
    var dues = [try rules.dueDate(CreditRules.Key.decision(kind), from: instant)]
    start(.decision, dues[0])
    if isBeforeOthers {
      let answer = try rules.dueDate(CreditRules.Key.answer(kind), from: copyReceivedAt ?? instant)
      start(.answer, answer)
      dues.append(answer)
    }
    return CreditCaseAccepted(
      caseId: id, caseNumber: number, kind: kind, subjectKey: subject, region: region, at: instant, dueDates: dues)
  }

  mutating func refuse(
    _ reason: CreditCaseRefusal, article: String?, at now: Date
  ) throws(CreditError) -> CreditCaseRefused {
    try require(.filed, for: "refuse")
    status = .refused
    meet(.acceptance, at: now)
    let refused = CreditCaseRefused(
      caseId: id, caseNumber: number, kind: kind, subjectKey: subject, region: region, at: now, reason: reason,
      article: article)
    file.refusal = refused
    return refused
  }

  /// The period of the decision is extended, once, before it ends.
  mutating func extend(reason: String, at now: Date, _ rules: CreditRules) throws(CreditError) -> CreditCaseExtended {
    guard kind != .litigation else { throw .notForKind(step: "extend", kind: kind) }
    try require(.accepted, for: "extend")
    guard !file.isExtended else { throw .extendedBefore }
    guard let index = file.clocks.firstIndex(where: { $0.kind == .decision && $0.isRunning }) else {
      throw .outOfTurn(step: "extend", status: status)
    }
    let due = try rules.extended(file.clocks[index].dueDate)
    file.clocks[index].dueDate = due
    file.clocks[index].warnings = 0
    file.isExtended = true
    return CreditCaseExtended(
      caseId: id, caseNumber: number, kind: kind, subjectKey: subject, region: region, at: now, reason: reason,
      dueDates: [due])
  }

  /// The bureau's answer and evidence are handed in.
  mutating func answer(at now: Date) throws(CreditError) -> CreditCaseAnswered {
    guard isBeforeOthers else { throw .notForKind(step: "answer", kind: kind) }
    try require(.accepted, for: "answer")
    meet(.answer, at: now)
    return CreditCaseAnswered(
      caseId: id, caseNumber: number, kind: kind, subjectKey: subject, region: region, at: now, instance: instance)
  }

  /// Somebody appeals against a judgment in time: it goes to the next instance.
  mutating func appeal(
    to court: String?, at now: Date, _ rules: CreditRules
  ) throws(CreditError) -> CreditCaseAppealed {
    guard kind == .litigation else { throw .notForKind(step: "appeal", kind: kind) }
    try require(.decided, for: "appeal")
    meet(.appeal, at: now)
    instance += 1
    status = .accepted
    if let court { file.decidedBy = court }
    let due = try rules.dueDate(CreditRules.Key.secondInstance, from: now)
    start(.decision, due)
    return CreditCaseAppealed(
      caseId: id, caseNumber: number, kind: kind, subjectKey: subject, region: region, at: now, instance: instance,
      decidedBy: file.decidedBy, dueDates: [due])
  }

  /// Whoever applied takes it back.
  mutating func withdraw(at now: Date) throws(CreditError) -> CreditCaseWithdrawn {
    try require(.filed, .accepted, for: "withdraw")
    status = .withdrawn
    stopClocks(at: now)
    return CreditCaseWithdrawn(
      caseId: id, caseNumber: number, kind: kind, subjectKey: subject, region: region, at: now)
  }
}
