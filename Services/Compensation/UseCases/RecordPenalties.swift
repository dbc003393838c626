import Contracts
import FoundationEssentials
import Messaging

/// Keeps what is told about penalty cases, for the compensation cases beside them: their gates follow at once.
struct RecordPenalties: Sendable {
  let cases: CaseStore
  let write: CaseWriter

  func callAsFunction(_ records: [(record: PenaltyRecord, cause: Cause)], work: UnitOfWork) async throws {
    guard !records.isEmpty else { return }
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
    let last = Dictionary(records.map { ($0.record.penalty, $0.cause) }, uniquingKeysWith: { $1 })
    let beside = try await cases.lock(beside: Array(last.keys), on: work.connection)
    try await write(
      beside.map { compensation in
        let cause = compensation.penalty.flatMap { last[$0] }
        return CaseChange(
          before: compensation, compensation: compensation,
          cause: Cause(
            id: cause?.id ?? compensation.id.lowercased, correlation: compensation.correlation,
            traceParent: cause?.traceParent))
      }, work: work)
  }
}
