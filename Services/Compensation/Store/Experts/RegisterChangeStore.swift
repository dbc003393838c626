import Contracts
import FoundationEssentials
import Postgres

/// Who entered or changed experts and appraisal bodies, and to what.
enum RegisterChangeStore {
  static func insert(
    _ subject: String, form: JSON, by actor: String, at now: Date, on connection: PostgresConnection
  ) async throws {
    try await connection.execute(
      """
      insert into register_change (subject, at, actor, form)
      values (\(subject), \(now), \(actor), \(PostgresJSON(form.bytes)))
      """)
  }
}
