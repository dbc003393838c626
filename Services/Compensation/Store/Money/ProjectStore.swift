import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of projects.
enum ProjectStore {
  private typealias Columns = (UUID, Int64, String, Int64, Int64, String, Date)
  private static let columns: SQL = "id, entry, number, spent_fen, version, form::text, updated_at"

  static func insert(_ project: FundProject, on connection: PostgresConnection) async throws -> FundProject {
    let form = project.form
    let kept = try await read(
      """
      insert into fund_project (id, number, region, category, budget_fen, spent_fen, version, form, updated_at)
      values (\(project.id), \(project.number), \(form.region), \(form.category.rawValue), \(form.budgetFen),
        \(project.spentFen), \(project.version), \(PostgresJSON(form.json.bytes)), \(project.updatedAt))
      returning \(columns)
      """, on: connection)
    return kept.first ?? project
  }

  static func save(_ project: FundProject, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update fund_project set spent_fen = \(project.spentFen), version = \(project.version),
        updated_at = \(project.updatedAt) where id = \(project.id)
      """)
  }

  static func find(
    _ id: UUID, locked: Bool = false, on connection: PostgresConnection
  ) async throws -> FundProject? {
    let lock: SQL = locked ? "for update" : ""
    return try await read("select \(columns) from fund_project where id = \(id) \(lock)", on: connection).first
  }

  /// A page of projects, the newest first.
  static func list(
    regions: [String], category: SpendingCategory?, before: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [FundProject] {
    var condition: SQL = "\(RegionCondition.sql(regions)) and entry < \(before ?? .max)"
    if let category { condition = "\(condition) and category = \(category.rawValue)" }
    return try await read(
      "select \(columns) from fund_project where \(condition) order by entry desc limit \(limit)", on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [FundProject] {
    try await connection.query(statement, as: Columns.self).map { row in
      let form = try ProjectForm(json: try JSON(parsing: Array(row.5.utf8), limits: .storedFile), path: "form")
      return FundProject(
        id: row.0, entry: row.1, number: row.2, form: form, spentFen: row.3, version: row.4, updatedAt: row.6)
    }
  }
}
