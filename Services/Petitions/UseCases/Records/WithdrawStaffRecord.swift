import Contracts
import FoundationEssentials
import Messaging

/// Takes a mistaken record back: it stays, with who withdrew it and why, and counts no more.
struct WithdrawStaffRecord: Sendable {
  /// - Parameters:
  ///   - authorise: throws when the caller may not act in the record's region.
  /// - Returns: the record; nil when there is none of this id.
  func callAsFunction(
    _ id: UUID, reason: String, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> StaffRecord? {
    guard var record = try await StaffRecordStore.lock(id, on: work.connection) else { return nil }
    try authorise(record.region)
    guard record.withdrawal == nil else { return record }
    let withdrawal = StaffRecord.Withdrawal(at: work.now, by: caller.subject, reason: reason)
    try await StaffRecordStore.withdraw(id, withdrawal, on: work.connection)
    try await FigureStore.append(record.withdrawn.filter { !$0.value.isZero }, on: work.connection)
    record.withdrawal = withdrawal
    work.record(
      AuditEntry(
        actor: caller.subject, action: "staff-record.withdrawn", subject: id.lowercased, cause: caller.requestId))
    return record
  }
}
