import Contracts
import FoundationEssentials
import Postgres

/// The history of petitions.
enum StepStore {
  struct Row: Sendable {
    let entry: Int64
    let actor: String
    let step: String
    let detail: JSON
  }

  static func insert(_ rows: [Row], at now: Date, on connection: PostgresConnection) async throws {
    guard !rows.isEmpty else { return }
    try await connection.execute(
      """
      insert into petition_step (entry, at, actor, step, detail)
      select entry, \(now), actor, step, detail from unnest(\(rows.map(\.entry)), \(rows.map(\.actor)),
        \(rows.map(\.step)), \(rows.map { PostgresJSON($0.detail.bytes) })) as row(entry, actor, step, detail)
      """)
  }

  /// The history of one petition as JSON objects, oldest first.
  static func history(_ entry: Int64, on connection: PostgresConnection) async throws -> [JSON] {
    let rows = try await connection.query(
      "select at, actor, step, detail::text from petition_step where entry = \(entry) order by number",
      as: (Date, String, String, String).self)
    return try rows.map { row in
      var object = JSONObject()
      object.set("at", row.0)
      object.set("actor", row.1)
      object.set("step", row.2)
      object.set("detail", try JSON(parsing: Array(row.3.utf8), limits: .storedFile))
      return .object(object)
    }
  }
}
