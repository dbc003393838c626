import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Takes an assignment or a spending back that was entered wrongly, by an entry the other way (冲正).
struct ReverseEntry: Sendable {
  let cases: CaseStore
  let write: CaseWriter

  /// - Parameter authorise: throws when the caller may not act in the entry's region.
  /// - Returns: the entry that takes it back; nil when there is none of this id.
  func callAsFunction(
    _ id: UUID, reason: String, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> LedgerEntry? {
    guard let wrong = try await EntryStore.find(id, on: work.connection)?.entry else { return nil }
    try authorise(wrong.region)
    // The case is locked first, then what belongs to it, as everywhere.
    let compensation: CompensationCase? =
      if let caseId = wrong.caseId { try await cases.lock([caseId], on: work.connection).first } else { nil }
    switch wrong.kind {
    case .assignment: try await takeBack(assignment: wrong, work: work)
    case .spending: try await takeBack(spending: wrong, work: work)
    case .receipt, .interest, .suspense, .recovery, .remittance, .refund, .reversal: throw AccountError.notReversible
    }
    guard try await !EntryStore.isReversed(id, on: work.connection) else { throw AccountError.notReversible }
    let entry = LedgerEntry(
      id: LedgerEntry.id(id.lowercased, EntryKind.reversal.rawValue), day: ShanghaiTime.day(of: work.now),
      kind: .reversal, debit: wrong.credit, credit: wrong.debit, amountFen: wrong.amountFen, caseId: wrong.caseId,
      paymentId: wrong.paymentId, claimId: wrong.claimId, projectId: wrong.projectId, region: wrong.region,
      classCode: wrong.classCode, document: wrong.document, reason: reason, reverses: id, actor: caller.subject)
    try await EntryStore.insert([entry], at: work.now, on: work.connection)
    var detail = JSONObject()
    detail.set("entry", id)
    detail.set("reason", reason)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "account.reversal", subject: id.lowercased, cause: caller.requestId,
        detail: JSON.object(detail).bytes))
    if let compensation {
      try await write(
        [
          CaseChange(
            before: compensation, compensation: compensation,
            lines: [
              .init(step: "reversal", actor: caller.subject, detail: .object(detail), request: caller.requestId)
            ],
            cause: Cause(
              id: entry.id.lowercased, correlation: compensation.correlation, traceParent: caller.traceParent))
        ], work: work)
    }
    return entry
  }

  private func takeBack(assignment wrong: LedgerEntry, work: UnitOfWork) async throws {
    guard let caseId = wrong.caseId, let payment = wrong.paymentId else { throw AccountError.notReversible }
    _ = try await SuspenseStore.lock(payment, on: work.connection)
    let received = try await PaymentStore.received(caseId, on: work.connection)
    guard wrong.amountFen <= received else { throw AccountError.notCovered(availableFen: received) }
    // What waits must be there: money that was spent on projects meanwhile cannot wait again.
    try await BalanceStore.holdSpending(on: work.connection)
    let spendable = try await BalanceStore.spendable(on: work.connection)
    guard wrong.amountFen <= spendable else { throw AccountError.notCovered(availableFen: spendable) }
    try await SuspenseStore.settle([(payment, -wrong.amountFen)], on: work.connection)
  }

  private func takeBack(spending wrong: LedgerEntry, work: UnitOfWork) async throws {
    guard let id = wrong.projectId, var project = try await ProjectStore.find(id, locked: true, on: work.connection)
    else { throw AccountError.notReversible }
    project.spentFen -= wrong.amountFen
    project.version += 1
    project.updatedAt = work.now
    try await ProjectStore.save(project, on: work.connection)
  }
}
