import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Takes a step of staff with a case: loads and locks it, lets the domain decide, saves, tells the world.
struct StepTaker: Sendable {
  let rules: RuleBook
  let cases: CaseStore

  /// - Parameters:
  ///   - authorise: throws when the caller may not act in the case's region.
  /// - Returns: the case after the step; nil when there is none of this id.
  func callAsFunction(
    _ step: some CaseStep, on id: UUID, by caller: Caller, work: UnitOfWork,
    authorise: (String) throws -> Void
  ) async throws -> CompensationCase? {
    guard var compensation = try await cases.lock([id], on: work.connection).first else { return nil }
    try authorise(compensation.region)
    let name = type(of: step).name
    try compensation.require(name)
    let events = try step.take(
      on: &compensation,
      in: Circumstances(
        now: work.now, rules: CompensationRules(try rules.rules(at: work.now), calendar: rules.calendar),
        receivedFen: try await PaymentStore.received(id, on: work.connection)))
    compensation.updatedAt = work.now
    let cause = Cause(
      id: UUID().lowercased, correlation: compensation.correlation, traceParent: caller.traceParent)
    CaseAnnouncements.emit(events, of: &compensation, cause: cause, work: work)
    CaseTimers.follow(compensation, work: work)
    try await cases.save([compensation], on: work.connection)
    try await StepStore.insert(
      [.init(caseId: id, actor: caller.subject, step: name.rawValue, detail: step.json)], at: work.now,
      on: work.connection)
    var detail = JSONObject()
    detail.set("request", caller.requestId)
    detail.set("status", code: compensation.status)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "compensation.\(name.rawValue)", subject: id.lowercased, cause: cause.id,
        detail: JSON.object(detail).bytes))
    return compensation
  }
}
