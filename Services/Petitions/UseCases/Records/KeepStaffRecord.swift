import Contracts
import FoundationEssentials
import Messaging

/// Records an irregular petition, a dispute or a screening, and counts it.
struct KeepStaffRecord: Sendable {
  let petitions: PetitionStore

  /// - Returns: the record, and whether it is new: the same id again changes nothing.
  func callAsFunction(
    _ form: StaffRecordForm, by caller: Caller, work: UnitOfWork
  ) async throws -> (record: StaffRecord, isNew: Bool) {
    let record = try form.record(by: caller.subject, at: work.now)
    if let petition = record.petitionId, try await petitions.find(petition, on: work.connection) == nil {
      throw PetitionError.invalid(field: "body.petitionId", reason: "there is no such petition")
    }
    guard try await StaffRecordStore.insert(record, on: work.connection) else {
      return (try await StaffRecordStore.lock(record.id, on: work.connection) ?? record, false)
    }
    try await FigureStore.append(record.cells.filter { !$0.value.isZero }, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "staff-record.\(record.kind.rawValue)", subject: record.id.lowercased,
        cause: caller.requestId))
    return (record, true)
  }
}
