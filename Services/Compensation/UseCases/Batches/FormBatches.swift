import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Forms batches of cases, and lets cases leave them.
struct FormBatches: Sendable {
  let rules: RuleBook
  let cases: CaseStore
  let write: CaseWriter

  /// - Parameter authorise: throws when the caller may not act in the batch's region.
  func callAsFunction(
    _ wish: FormBatch, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> Batch {
    try authorise(wish.region)
    let locked = try await cases.lock(wish.caseIds, on: work.connection)
    let inForce = CompensationRules(try rules.rules(at: work.now), calendar: rules.calendar)
    var (batch, event) = try Batch.form(wish, id: UUID(), cases: locked, rules: inForce, at: work.now)
    batch.sequence = 1
    try await BatchStore.insert(batch, on: work.connection)
    SettlementAnnouncements.emit(
      event, of: "batch", batch.id, sequence: batch.sequence, trace: caller.traceParent, work: work)
    try await move(locked, into: batch, "batch-joined", by: caller, work: work)
    try await record("form", batch, detail: wish.json, by: caller, work: work)
    return batch
  }

  /// Lets a case go on alone.
  /// - Returns: the batch after it; nil when there is none of this id.
  func leave(
    _ id: UUID, caseId: UUID, reason: String, by caller: Caller, work: UnitOfWork, authorise: (Batch) throws -> Void
  ) async throws -> Batch? {
    guard var batch = try await BatchStore.lock(id, on: work.connection) else { return nil }
    try authorise(batch)
    guard batch.caseIds.contains(caseId) else { throw BatchError.notInBatch(caseId) }
    let locked = try await cases.lock([caseId], on: work.connection)
    try await move(locked, into: nil, "batch-left", by: caller, work: work)
    try await BatchStore.leave(id, caseId, at: work.now, on: work.connection)
    batch.caseIds.removeAll { $0 == caseId }
    batch.sequence += 1
    batch.version += 1
    batch.updatedAt = work.now
    SettlementAnnouncements.emit(
      CompensationBatchLeft(
        batchId: id, batchNumber: batch.number, region: batch.region, at: work.now, caseId: caseId, reason: reason),
      of: "batch", id, sequence: batch.sequence, trace: caller.traceParent, work: work)
    try await BatchStore.save(batch, on: work.connection)
    var detail = JSONObject()
    detail.set("caseId", caseId)
    detail.set("reason", reason)
    try await record("leave", batch, detail: .object(detail), by: caller, work: work)
    return batch
  }

  private func move(
    _ locked: [CompensationCase], into batch: Batch?, _ step: String, by caller: Caller, work: UnitOfWork
  ) async throws {
    let changes = locked.map { before in
      var compensation = before
      compensation.file.settlement.batchId = batch?.id
      var detail = JSONObject()
      detail.set("batchId", batch?.id ?? before.file.settlement.batchId)
      return CaseChange(
        before: before, compensation: compensation,
        lines: [.init(step: step, actor: caller.subject, detail: .object(detail), request: caller.requestId)],
        cause: Cause(
          id: UUID().lowercased, correlation: before.correlation, traceParent: caller.traceParent))
    }
    try await write(changes, work: work)
  }

  private func record(
    _ step: String, _ batch: Batch, detail: JSON, by caller: Caller, work: UnitOfWork
  ) async throws {
    try await SettlementStepStore.insert(
      step, with: batch.id, detail: detail, by: caller.subject, at: work.now, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "compensation-batch.\(step)", subject: batch.id.lowercased,
        cause: caller.requestId))
  }
}
