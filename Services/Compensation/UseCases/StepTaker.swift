import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Takes a step of staff with a case: loads and locks it, lets the domain decide, saves, tells the world.
///
/// A step comes as `any`: as a generic parameter it makes a copy of all this, and of what takes it from HTTP, for each of
/// the steps, a seventh of what the module takes to compile.
struct StepTaker: Sendable {
  let rules: RuleBook
  let cases: CaseStore
  let write: CaseWriter

  /// - Parameters:
  ///   - authorise: throws when the caller may not act on the case, or not on this version of it.
  /// - Returns: the case after the step; nil when there is none of this id.
  func callAsFunction(
    _ step: any CaseStep, on id: UUID, by caller: Caller, work: UnitOfWork,
    authorise: (CompensationCase) throws -> Void
  ) async throws -> CompensationCase? {
    try await change(
      id, with: type(of: step).name, detail: step.json, by: caller, work: work, authorise: authorise
    ) { compensation, circumstances in
      try step.take(on: &compensation, in: circumstances)
    }
  }

  /// The same for a step that reads or writes more than the case: the body does so in the step's transaction.
  ///
  /// - Parameters:
  ///   - detail: what the history keeps of the step.
  ///   - body: changes the case, which is locked and stands where the step is allowed, and returns what is told of it.
  func change(
    _ id: UUID, with name: StepName, detail: JSON, by caller: Caller, work: UnitOfWork,
    authorise: (CompensationCase) throws -> Void,
    body: (inout CompensationCase, Circumstances) async throws -> [any EventPayload]
  ) async throws -> CompensationCase? {
    guard let before = try await cases.lock([id], on: work.connection).first else { return nil }
    try authorise(before)
    try before.require(name)
    var compensation = before
    let events = try await body(&compensation, try await circumstances(name, detail, before, caller, work: work))
    let cause = Cause(id: UUID().lowercased, correlation: before.correlation, traceParent: caller.traceParent)
    let change = CaseChange(
      before: before, compensation: compensation, news: events.map { .init(event: $0, cause: cause) },
      lines: [.init(step: name.rawValue, actor: caller.subject, detail: detail, request: caller.requestId)],
      cause: cause)
    return try await write([change], work: work).first
  }

  private func circumstances(
    _ name: StepName, _ detail: JSON, _ compensation: CompensationCase, _ caller: Caller, work: UnitOfWork
  ) async throws -> Circumstances {
    var circumstances = Circumstances(
      now: work.now, actor: caller.subject, isOfCity: caller.actsForCity(of: compensation.region),
      rules: CompensationRules(try rules.rules(at: work.now), calendar: rules.calendar))
    switch name {
    case .check:
      circumstances.earlierActs = try await EarlierActs.find(
        before: compensation, of: detail["subjectKey"]?.string ?? compensation.subjectKey, on: work.connection)
    case .close, .signAgreement, .amendAgreement, .declareDefault:
      circumstances.receivedFen = try await PaymentStore.received(compensation.id, on: work.connection)
    default: break
    }
    return circumstances
  }
}
