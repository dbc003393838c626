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
      insert into penalty_record (id, penalty_source, penalty_number, kind, at, detail, recorded_at)
      select *, \(now) from unnest(\(records.map(\.id)), \(records.map(\.penalty.source)),
        \(records.map(\.penalty.number)), \(records.map(\.kind)), \(records.map(\.at)),
        \(records.map { PostgresJSON($0.detail.bytes) }))
      on conflict do nothing
      """)
  }

  /// What was told about one penalty case, oldest first.
  static func list(_ penalty: PenaltyCase, on connection: PostgresConnection) async throws -> [JSON] {
    let rows = try await connection.query(
      """
      select kind, at, detail::text from penalty_record
      where penalty_source = \(penalty.source) and penalty_number = \(penalty.number) order by at, id
      """, as: (String, Date, String).self)
    return try rows.map { row in
      var object = JSONObject()
      object.set("kind", row.0)
      object.set("at", row.1)
      object.set("detail", try JSON(parsing: Array(row.2.utf8), limits: .storedFile))
      return .object(object)
    }
  }
}
