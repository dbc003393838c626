import Contracts
import FoundationEssentials
import Postgres

/// The rows of what was told of cases, read and inserted in sets.
struct CaseRecordStore: Sendable {
  /// The most records of a subject that one look takes; the newest.
  static let reach = 5_000

  private typealias Columns = (
    UUID, String, String, String, String, String?, UUID?, Date, Int?, UUID?, String
  )
  private static let columns: SQL = """
    r.id, r.kind, r.subject, r.region, r.source, r.penalty_number, r.case_id, r.at, r.minutes, r.corrects,
    r.payload::text
    """

  /// Writes records; those that are there stay as they are.
  /// - Returns: the ids of the new ones.
  func insert(_ records: [CaseRecord], at now: Date, on connection: PostgresConnection) async throws -> Set<UUID> {
    guard !records.isEmpty else { return [] }
    let new = try await connection.query(
      """
      insert into case_record (id, kind, subject, region, source, penalty_number, case_id, at, minutes, corrects, payload,
        recorded_at)
      select *, \(now) from unnest(\(records.map(\.id)), \(records.map(\.kind.rawValue)), \(records.map(\.subject)),
        \(records.map(\.region)), \(records.map(\.source)), \(records.map(\.penaltyNumber)), \(records.map(\.caseId)),
        \(records.map(\.at)), \(records.map { $0.minutes.map { Int32(clamping: $0) } }), \(records.map(\.corrects)),
        \(records.map { PostgresJSON($0.payload.bytes) }))
      on conflict do nothing returning id
      """, as: UUID.self)
    return Set(new)
  }

  /// The records of these subjects, in order, without those that were corrected.
  /// - Parameter kinds: those wanted; empty means all.
  func load(
    subjects: [String], kinds: [CaseRecordKind] = [], on connection: PostgresConnection
  ) async throws -> [CaseRecord] {
    guard !subjects.isEmpty else { return [] }
    let kinds = (kinds.isEmpty ? CaseRecordKind.allCases : kinds).map(\.rawValue)
    return try await read(
      """
      select \(CaseRecordStore.columns)
      from unnest(\(subjects)) as wanted(subject)
      cross join lateral (
        select * from case_record where subject = wanted.subject order by at desc limit \(CaseRecordStore.reach)) as r
      where r.kind = any(\(kinds)) and not exists (select from case_record c where c.corrects = r.id)
      order by r.at, r.id
      """, on: connection)
  }

  private func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [CaseRecord] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let kind = CaseRecordKind(rawValue: row.1) else {
        throw StoredValueError(table: "case_record", id: row.0.lowercased)
      }
      return CaseRecord(
        id: row.0, kind: kind, subject: row.2, region: row.3, source: row.4, penaltyNumber: row.5, caseId: row.6,
        at: row.7, minutes: row.8, corrects: row.9,
        payload: try JSON(parsing: Array(row.10.utf8), limits: JSONLimits()))
    }
  }
}
