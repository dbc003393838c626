import Contracts
import FoundationEssentials
import Postgres

/// The history of cases.
enum StepStore {
  struct Row: Sendable {
    let caseId: UUID
    let actor: String
    let step: String
    let detail: JSON
  }

  static func insert(_ rows: [Row], at now: Date, on connection: PostgresConnection) async throws {
    guard !rows.isEmpty else { return }
    try await connection.execute(
      """
      insert into case_step (case_id, at, actor, step, detail)
      select case_id, \(now), actor, step, detail
      from unnest(\(rows.map(\.caseId)), \(rows.map(\.actor)), \(rows.map(\.step)),
        \(rows.map { PostgresJSON($0.detail.bytes) })) as row(case_id, actor, step, detail)
      """)
  }

  /// The history of one case as JSON objects, oldest first.
  static func history(_ caseId: UUID, on connection: PostgresConnection) async throws -> [JSON] {
    let rows = try await connection.query(
      "select at, actor, step, detail::text from case_step where case_id = \(caseId) order by number",
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
