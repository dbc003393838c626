import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Takes one step with all cases of a batch in one transaction: with every one of them, or with none.
struct TakeBatchStep: Sendable {
  /// What is said of the step: for all cases, and for single ones over it.
  struct Body: Sendable {
    var common: JSONObject
    var cases: [UUID: JSONObject]
  }

  let rules: RuleBook
  let cases: CaseStore
  let write: CaseWriter

  /// - Parameters:
  ///   - authorise: throws when the caller may not act in the batch's region, or not on this version of it.
  /// - Returns: the batch with its cases after the step; nil when there is none of this id.
  func callAsFunction(
    _ name: StepName, _ body: Body, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (Batch) throws -> Void
  ) async throws -> (batch: Batch, cases: [CompensationCase])? {
    guard var batch = try await BatchStore.lock(id, on: work.connection) else { return nil }
    try authorise(batch)
    guard let part = Batch.part(of: name), let step = part.steps.first(where: { $0.name == name }) else {
      throw BatchError.unknownStep(name.rawValue)
    }
    guard batch.parts.contains(part) else {
      throw BatchError.notJoint(part: part.rawValue, listed: batch.parts.map(\.rawValue))
    }
    if let stranger = body.cases.keys.first(where: { !batch.caseIds.contains($0) }) {
      throw BatchError.notInBatch(stranger)
    }
    let locked = try await cases.lock(batch.caseIds, on: work.connection)
    let received = try await PaymentStore.received(batch.caseIds, on: work.connection)
    let inForce = CompensationRules(try rules.rules(at: work.now), calendar: rules.calendar)
    let changes = try locked.map { before in
      let circumstances = Circumstances(
        now: work.now, actor: caller.subject, isOfCity: caller.actsForCity(of: before.region), rules: inForce,
        receivedFen: received[before.id] ?? 0)
      return try Self.change(step, body, before, circumstances, by: caller)
    }
    for case let event as AppraisalEntrusted in changes.flatMap({ $0.news.map(\.event) }) {
      try await EntrustBody.check(event.bodyKey, as: event.kind, work: work)
    }
    let after = try await write(changes, work: work)
    batch.version += 1
    batch.updatedAt = work.now
    if part == .signing { tellSigned(&batch, after, by: caller, work: work) }
    try await BatchStore.save(batch, on: work.connection)
    try await SettlementStepStore.insert(
      name.rawValue, with: id, detail: .object(body.common), by: caller.subject, at: work.now, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "compensation-batch.\(name.rawValue)", subject: id.lowercased,
        cause: caller.requestId))
    return (batch, after)
  }

  /// One case's part of the step.
  private static func change(
    _ step: any CaseStep.Type, _ body: Body, _ before: CompensationCase, _ circumstances: Circumstances,
    by caller: Caller
  ) throws -> CaseChange {
    var fields = body.common
    for member in body.cases[before.id]?.members ?? [] { fields[member.name] = member.value }
    let own = try step.init(json: .object(fields), path: "body.cases[\(before.id.lowercased)]")
    var compensation = before
    let events: [any EventPayload]
    do throws(CompensationError) {
      try before.require(step.name)
      events = try own.take(on: &compensation, in: circumstances)
    } catch { throw BatchError.refused(before.id, error) }
    let cause = Cause(id: UUID().lowercased, correlation: before.correlation, traceParent: caller.traceParent)
    return CaseChange(
      before: before, compensation: compensation, news: events.map { .init(event: $0, cause: cause) },
      lines: [.init(step: step.name.rawValue, actor: caller.subject, detail: own.json, request: caller.requestId)],
      cause: cause)
  }

  /// Each amount, and their sum.
  private func tellSigned(
    _ batch: inout Batch, _ cases: [CompensationCase], by caller: Caller, work: UnitOfWork
  ) {
    let amounts = cases.map { CaseAmount(caseId: $0.id, amountFen: $0.amountFen ?? 0) }
    batch.sequence += 1
    SettlementAnnouncements.emit(
      CompensationBatchSigned(
        batchId: batch.id, batchNumber: batch.number, region: batch.region, at: work.now, amounts: amounts,
        totalFen: amounts.reduce(Int64(0)) { $0 &+ $1.amountFen }),
      of: "batch", batch.id, sequence: batch.sequence, trace: caller.traceParent, work: work)
  }
}
