import Contracts
import FoundationEssentials
import Postgres

/// The history of draws and batches.
enum SettlementStepStore {
  static func insert(
    _ step: String, with subject: UUID, detail: JSON, by actor: String, at now: Date, on connection: PostgresConnection
  ) async throws {
    try await connection.execute(
      """
      insert into settlement_step (subject, at, actor, step, detail)
      values (\(subject), \(now), \(actor), \(step), \(PostgresJSON(detail.bytes)))
      """)
  }

  /// The history as JSON objects, oldest first.
  static func history(_ subject: UUID, on connection: PostgresConnection) async throws -> [JSON] {
    let rows = try await connection.query(
      """
      select at, actor, step, detail::text from settlement_step where subject = \(subject) order by number limit 1000
      """, as: (Date, String, String, String).self)
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
