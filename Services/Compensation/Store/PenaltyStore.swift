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
      select id, penalty_source, penalty_number, kind, coalesce(subject, ''), at, detail::text from penalty_record
      where (penalty_source, penalty_number) in (
        select * from unnest(\(penalties.map(\.source)), \(penalties.map(\.number))))
      order by at, id
      """, as: (UUID, String, String, String, String, Date, String).self)
    let records = try rows.map { row in
      PenaltyRecord(
        id: row.0, penalty: PenaltyCase(source: row.1, number: row.2), kind: row.3, subjectKey: row.4, at: row.5,
        detail: try JSON(parsing: Array(row.6.utf8), limits: .storedFile))
    }
    return Dictionary(grouping: records, by: \.penalty)
  }
}
