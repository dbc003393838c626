import Contracts
import FoundationEssentials
import Messaging

/// Keeps what is told about penalty cases, for the compensation cases beside them.
struct RecordPenalties: Sendable {
  func callAsFunction(_ records: [(record: PenaltyRecord, cause: Cause)], work: UnitOfWork) async throws {
    try await PenaltyStore.insert(records.map(\.record), at: work.now, on: work.connection)
    for (record, cause) in records {
      var detail = JSONObject()
      detail.set("kind", record.kind)
      detail.set("source", record.penalty.source)
      work.record(
        AuditEntry(
          actor: "compensation", action: "penalty.recorded", subject: record.penalty.number, cause: cause.id,
          detail: JSON.object(detail).bytes))
    }
  }
}
