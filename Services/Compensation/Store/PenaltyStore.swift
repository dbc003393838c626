import Contracts
import FoundationEssentials
import Postgres

/// What was told about penalty cases, inserted once and never changed.
enum PenaltyStore {
  static func insert(
    _ records: [PenaltyRecord], at now: Date, on connection: PostgresConnection
  ) async throws {
    guard !records.isEmpty else { return }
    let records = records.sorted { $0.id.uuidString < $1.id.uuidString }
    try await connection.execute(
      """
      insert into penalty_record (id, penalty_source, penalty_number, kind, subject, at, detail, recorded_at)
      select *, \(now) from unnest(\(records.map(\.id)), \(records.map(\.penalty.source)),
        \(records.map(\.penalty.number)), \(records.map(\.kind)), \(records.map(\.subjectKey)),
        \(records.map(\.at)), \(records.map { PostgresJSON($0.detail.bytes) }))
      on conflict do nothing
      """)
  }

  /// What was told about penalty cases, each oldest first.
  static func records(
    _ penalties: Set<PenaltyCase>, on connection: PostgresConnection
  ) async throws -> [PenaltyCase: [PenaltyRecord]] {
    guard !penalties.isEmpty else { return [:] }
    let penalties = Array(penalties)
    let rows = try await connection.query(
      """
      select id, penalty_source, penalty_number, kind, coalesce(subject, ''), at, detail::text,
        coalesce((select true from fact_correction c where c.record_id = r.id limit 1), false)
      from penalty_record r
      where (penalty_source, penalty_number) in (
        select * from unnest(\(penalties.map(\.source)), \(penalties.map(\.number))))
      order by at, id
      """, as: (UUID, String, String, String, String, Date, String, Bool).self)
    let records = try rows.map { row in
      PenaltyRecord(
        id: row.0, penalty: PenaltyCase(source: row.1, number: row.2), kind: row.3, subjectKey: row.4, at: row.5,
        detail: try JSON(parsing: Array(row.6.utf8), limits: .storedFile), isCorrected: row.7)
    }
    return Dictionary(grouping: records, by: \.penalty)
  }

  /// What some records tell, and of which penalty case.
  static func kinds(
    of recordIds: [UUID], on connection: PostgresConnection
  ) async throws -> [UUID: (penalty: PenaltyCase, kind: String)] {
    guard !recordIds.isEmpty else { return [:] }
    let rows = try await connection.query(
      "select id, penalty_source, penalty_number, kind from penalty_record where id = any(\(recordIds))",
      as: (UUID, String, String, String).self)
    return Dictionary(
      rows.map { ($0.0, (PenaltyCase(source: $0.1, number: $0.2), $0.3)) }, uniquingKeysWith: { first, _ in first })
  }
}
