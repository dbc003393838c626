import Contracts
import FoundationEssentials
import Postgres

/// Assessments of damage, inserted once and never changed.
enum AssessmentStore {
  /// One as it is kept.
  struct Kept: Sendable {
    let id: UUID
    let entry: Int64
    let caseId: UUID
    let method: String
    let form: String?
    let isSimple: Bool
    let amountFen: Int64
    let document: JSON
    let at: Date
    let actor: String
  }

  private typealias Columns = (UUID, Int64, UUID, String, String?, Bool, Int64, String, Date, String)
  private static let columns: SQL = """
    id, entry, case_id, method, form, is_simple, amount_fen, document::text, at, actor
    """

  static func insert(_ assessment: DamageAssessment, on connection: PostgresConnection) async throws {
    let report = assessment.report
    try await connection.execute(
      """
      insert into damage_assessment (id, case_id, method, form, is_simple, amount_fen, document, at, actor)
      values (\(assessment.id), \(assessment.caseId), \(report.input.method.code.rawValue),
        \(report.form?.rawValue as String?), \(report.simple != nil), \(assessment.sum.amountFen),
        \(PostgresJSON(assessment.document.bytes)), \(assessment.at), \(assessment.by))
      """)
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> Kept? {
    try await read("select \(columns) from damage_assessment where id = \(id)", on: connection).first
  }

  /// Those of a case, the newest first: the first one counts.
  static func list(_ caseId: UUID, limit: Int = 100, on connection: PostgresConnection) async throws -> [Kept] {
    try await read(
      "select \(columns) from damage_assessment where case_id = \(caseId) order by entry desc limit \(limit)",
      on: connection)
  }

  /// The amounts assessed last, in fen, by case.
  static func amounts(_ caseIds: [UUID], on connection: PostgresConnection) async throws -> [UUID: Int64] {
    guard !caseIds.isEmpty else { return [:] }
    let rows = try await connection.query(
      """
      select distinct on (case_id) case_id, amount_fen from damage_assessment
      where case_id = any(\(caseIds)) order by case_id, entry desc
      """, as: (UUID, Int64).self)
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [Kept] {
    try await connection.query(statement, as: Columns.self).map { row in
      Kept(
        id: row.0, entry: row.1, caseId: row.2, method: row.3, form: row.4, isSimple: row.5, amountFen: row.6,
        document: try JSON(parsing: Array(row.7.utf8), limits: .storedFile), at: row.8, actor: row.9)
    }
  }
}
