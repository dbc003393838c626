import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of joint draws of experts.
enum ExpertDrawStore {
  private typealias Columns = (
    UUID, Int64, String, UUID?, String, String, Date, String, Int64, Int64, String, Date, [UUID]
  )
  private static let columns: SQL = """
    id, entry, region, batch_id, purpose, seed, opened_at, status, sequence, version, file::text, updated_at,
    array(select case_id from expert_draw_case c where c.draw_id = expert_draw.id order by case_id)
    """

  /// Writes a new draw with its cases.
  static func insert(_ draw: ExpertDraw, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      insert into expert_draw (id, region, batch_id, purpose, seed, opened_at, status, sequence, version, file,
        updated_at)
      values (\(draw.id), \(draw.region), \(draw.batchId as UUID?), \(draw.purpose), \(draw.seed.hexadecimal),
        \(draw.openedAt), \(draw.status.rawValue), \(draw.sequence), \(draw.version),
        \(PostgresJSON(draw.file.json.bytes)), \(draw.updatedAt))
      """)
    try await connection.execute(
      """
      insert into expert_draw_case (draw_id, case_id, is_under_way)
      select \(draw.id), case_id, true from unnest(\(draw.caseIds)) as row(case_id) order by case_id
      """)
  }

  static func save(_ draw: ExpertDraw, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update expert_draw set status = \(draw.status.rawValue), sequence = \(draw.sequence), version = \(draw.version),
        file = \(PostgresJSON(draw.file.json.bytes)), updated_at = \(draw.updatedAt)
      where id = \(draw.id)
      """)
    guard !draw.isUnderWay else { return }
    try await connection.execute(
      "update expert_draw_case set is_under_way = false where draw_id = \(draw.id) and is_under_way")
  }

  static func lock(_ id: UUID, on connection: PostgresConnection) async throws -> ExpertDraw? {
    try await read("select \(columns) from expert_draw where id = \(id) for update", on: connection).first?.draw
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> ExpertDraw? {
    try await read("select \(columns) from expert_draw where id = \(id)", on: connection).first?.draw
  }

  /// The draws for one case, oldest first.
  static func draws(of caseId: UUID, on connection: PostgresConnection) async throws -> [ExpertDraw] {
    try await read(
      """
      select \(columns) from expert_draw
      where id in (select draw_id from expert_draw_case where case_id = \(caseId)) order by entry limit 100
      """, on: connection
    ).map(\.draw)
  }

  /// Which of these cases have a draw under way.
  static func busy(_ caseIds: [UUID], on connection: PostgresConnection) async throws -> [UUID] {
    try await connection.query(
      "select case_id from expert_draw_case where case_id = any(\(caseIds)) and is_under_way", as: UUID.self)
  }

  /// A page of draws, the latest first.
  static func list(
    regions: [String], status: ExpertDraw.Status?, before: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [(draw: ExpertDraw, entry: Int64)] {
    var condition: SQL = "\(RegionCondition.sql(regions)) and entry < \(before ?? .max)"
    if let status { condition = "\(condition) and status = \(status.rawValue)" }
    return try await read(
      "select \(columns) from expert_draw where \(condition) order by entry desc limit \(limit)", on: connection)
  }

  /// Keeps the pool as it was hashed.
  static func insertPool(_ document: String, of draw: UUID, on connection: PostgresConnection) async throws {
    try await connection.execute("insert into expert_draw_pool (draw_id, document) values (\(draw), \(document))")
  }

  static func pool(of draw: UUID, on connection: PostgresConnection) async throws -> String? {
    try await connection.query("select document from expert_draw_pool where draw_id = \(draw)", as: String.self).first
  }

  private static func read(
    _ statement: SQL, on connection: PostgresConnection
  ) async throws -> [(draw: ExpertDraw, entry: Int64)] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let status = ExpertDraw.Status(rawValue: row.7) else {
        throw StoredValueError(table: "expert_draw", id: row.0.lowercased)
      }
      let file = try ExpertDrawFile(json: try JSON(parsing: Array(row.10.utf8), limits: .storedFile), path: "file")
      let draw = ExpertDraw(
        id: row.0, region: row.2, caseIds: row.12, batchId: row.3, purpose: row.4,
        seed: try DrawSeed(contributor: ExpertDraw.contributor, hexadecimal: row.5), openedAt: row.6, status: status,
        sequence: row.8, version: row.9, file: file, updatedAt: row.11)
      return (draw, row.1)
    }
  }
}
