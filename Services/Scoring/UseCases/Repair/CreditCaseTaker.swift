import Contracts
import FoundationEssentials
import Messaging

/// Takes a step with a case about credit: loads and locks it, lets the domain decide, saves, tells the world.
struct CreditCaseTaker: Sendable {
  let desk: CreditCaseDesk
  let check: CheckCreditCase

  /// - Parameter authorise: throws when the caller may not take this step with this case, or not on this version of it.
  /// - Returns: the case after the step; nil when there is none of this id.
  func callAsFunction(
    _ step: CreditStep, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (CreditCase) throws -> Void
  ) async throws -> CreditCase? {
    guard var credit = try await desk.cases.lock([id], on: work.connection).first else { return nil }
    try authorise(credit)
    for told in step.instants where told.instant > work.now || told.instant < credit.filedAt {
      throw CreditError.invalid(field: told.field, reason: "it lies from the application to now")
    }
    let rules = try desk.book.rules(at: work.now)
    // What ran out before the step is told before it.
    var events = try credit.pass(to: work.now, rules)
    events.append(try await take(step, with: &credit, rules, work: work))
    credit.file.notes.append(
      CreditCaseNote(step: step.name, at: work.now, by: caller.subject, text: step.words))
    try await desk.settle(events, of: &credit, by: caller.subject, trace: caller.traceParent, work: work)
    try await desk.cases.save(&credit, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "credit-case.\(step.name)", subject: id.lowercased, cause: caller.requestId))
    return credit
  }

  private func take(
    _ step: CreditStep, with credit: inout CreditCase, _ rules: CreditRules, work: UnitOfWork
  ) async throws -> any EventPayload {
    switch step {
    case .accept(let at, let copy):
      let event = try credit.accept(at: at ?? work.now, copyReceivedAt: copy, rules)
      try await check(credit, rules, at: work.now, on: work.connection)
      return event
    case .refuse(let reason, let article, _): return try credit.refuse(reason, article: article, at: work.now)
    case .extend(let reason): return try credit.extend(reason: reason, at: work.now, rules)
    case .answer: return try credit.answer(at: work.now)
    case .decide(let decision): return try credit.decide(decision, at: work.now, rules)
    case .appeal(let court, let at): return try credit.appeal(to: court, at: at ?? work.now, rules)
    case .withdraw: return try credit.withdraw(at: work.now)
    }
  }
}
