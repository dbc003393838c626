import Civics
import Contracts
import FoundationEssentials
import Postgres

/// The rows of appraisal bodies.
enum AppraisalBodyStore {
  private static let columns: SQL = "entry, form::text, version"

  /// Enters a body.
  /// - Returns: false when it is registered already.
  static func insert(_ body: AppraisalBody, at now: Date, on connection: PostgresConnection) async throws -> Bool {
    let form = body.form
    return try await connection.execute(
      """
      insert into appraisal_body (subject, kind, valid_through, is_active, form, version, updated_at)
      values (\(form.bodyKey), \(form.kind.rawValue), \(form.validThrough?.description as String?),
        \(form.active ?? true), \(PostgresJSON(form.json.bytes)), \(body.version), \(now))
      on conflict do nothing
      """) > 0
  }

  static func save(_ body: AppraisalBody, at now: Date, on connection: PostgresConnection) async throws {
    let form = body.form
    try await connection.execute(
      """
      update appraisal_body set kind = \(form.kind.rawValue),
        valid_through = \(form.validThrough?.description as String?), is_active = \(form.active ?? true),
        form = \(PostgresJSON(form.json.bytes)), version = \(body.version), updated_at = \(now)
      where subject = \(form.bodyKey)
      """)
  }

  static func lock(_ subject: String, on connection: PostgresConnection) async throws -> AppraisalBody? {
    try await read("select \(columns) from appraisal_body where subject = \(subject) for update", on: connection)
      .first?.body
  }

  static func find(_ subject: String, on connection: PostgresConnection) async throws -> AppraisalBody? {
    try await read("select \(columns) from appraisal_body where subject = \(subject)", on: connection).first?.body
  }

  /// A page of bodies, the latest registered first.
  static func list(
    kind: AppraisalKind?, before: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [(body: AppraisalBody, entry: Int64)] {
    var condition: SQL = "entry < \(before ?? .max)"
    if let kind { condition = "\(condition) and kind = \(kind.rawValue)" }
    return try await read(
      "select \(columns) from appraisal_body where \(condition) order by entry desc limit \(limit)", on: connection)
  }

  private static func read(
    _ statement: SQL, on connection: PostgresConnection
  ) async throws -> [(body: AppraisalBody, entry: Int64)] {
    try await connection.query(statement, as: (Int64, String, Int64).self).map { row in
      let form = try AppraisalBodyForm(json: try JSON(parsing: Array(row.1.utf8), limits: .storedFile), path: "form")
      return (AppraisalBody(form: form, version: row.2), row.0)
    }
  }
}
