import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of double-random draws, and the pools they were drawn from.
enum DrawStore {
  private typealias Columns = (
    UUID, String, String, String, String, Int64, String, String, String, String, Date, Date?, Date?, String, Int,
    String,
    Int, String
  )
  private static let columns: SQL = """
    id, region, level, quarter, status, sequence, purpose, contributor, seed, contributions::text, committed_at,
    drawn_at, released_at, strata::text, inspector_pool_size, inspector_pool_sha256, inspectors_each, result_sha256
    """

  /// Writes a draw that is committed to, unless the quarter has one.
  /// - Returns: whether it is new.
  static func insert(_ draw: InspectionDraw, on connection: PostgresConnection) async throws -> Bool {
    try await connection.execute(
      """
      insert into inspection_draw (id, region, level, quarter, status, sequence, purpose, contributor, commitment, seed,
        contributions, committed_at, strata, inspector_pool_size, inspector_pool_sha256, inspectors_each, result_sha256)
      values (\(draw.id), \(draw.region), \(draw.level.rawValue), \(draw.quarter.text), \(draw.status.rawValue),
        \(draw.sequence), \(draw.purpose), \(draw.seed.contributor), \(draw.commitment), \(draw.seed.hexadecimal),
        \(json(draw.contributions)), \(draw.committedAt), \(json(draw.strata)), \(draw.inspectorPoolSize),
        \(draw.inspectorPoolSha256), \(draw.inspectorsEach), \(draw.resultSha256))
      on conflict do nothing
      """) > 0
  }

  static func lock(_ id: UUID, on connection: PostgresConnection) async throws -> InspectionDraw? {
    try await read("select \(columns) from inspection_draw where id = \(id) for update", on: connection).first
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> InspectionDraw? {
    try await read("select \(columns) from inspection_draw where id = \(id)", on: connection).first
  }

  static func save(_ draw: InspectionDraw, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update inspection_draw set status = \(draw.status.rawValue), sequence = \(draw.sequence),
        contributions = \(json(draw.contributions)), drawn_at = \(draw.drawnAt as Date?),
        released_at = \(draw.releasedAt as Date?), strata = \(json(draw.strata)),
        inspector_pool_size = \(draw.inspectorPoolSize), inspector_pool_sha256 = \(draw.inspectorPoolSha256),
        inspectors_each = \(draw.inspectorsEach), result_sha256 = \(draw.resultSha256)
      where id = \(draw.id)
      """)
  }

  /// Draws of these divisions, the latest quarter first.
  static func list(_ filter: DrawFilter, on connection: PostgresConnection) async throws -> [InspectionDraw] {
    var condition: SQL = RegionCondition.sql(filter.regions)
    if let quarter = filter.quarter { condition = "\(condition) and quarter = \(quarter)" }
    if let status = filter.status { condition = "\(condition) and status = \(status.rawValue)" }
    if let after = filter.after {
      condition = """
        \(condition) and (quarter < \(after.quarter) or quarter = \(after.quarter) and region > \(after.region))
        """
    }
    return try await read(
      """
      select \(columns) from inspection_draw where \(condition) order by quarter desc, region limit \(filter.limit)
      """, on: connection)
  }

  static func insertPools(
    _ pools: [(name: String, document: String)], of draw: UUID, on connection: PostgresConnection
  ) async throws {
    try await connection.execute(
      """
      insert into inspection_draw_pool (draw_id, pool, document)
      select \(draw), * from unnest(\(pools.map(\.name)), \(pools.map(\.document)))
      """)
  }

  static func pool(_ name: String, of draw: UUID, on connection: PostgresConnection) async throws -> String? {
    try await connection.query(
      "select document from inspection_draw_pool where draw_id = \(draw) and pool = \(name)", as: String.self
    ).first
  }

  /// All pools that a draw was made from, by name.
  static func pools(of draw: UUID, on connection: PostgresConnection) async throws -> [String: String] {
    let rows = try await connection.query(
      "select pool, document from inspection_draw_pool where draw_id = \(draw)", as: (String, String).self)
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  private static func json(_ values: [some JSONConvertible]) -> PostgresJSON {
    PostgresJSON(JSON.array(values.map(\.json)).bytes)
  }

  private static func values<Value: JSONConvertible>(_ text: String, path: String) throws -> [Value] {
    let list = try JSON(parsing: Array(text.utf8), limits: JSONLimits()).array ?? []
    return try list.map { try Value(json: $0, path: path) }
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [InspectionDraw] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let level = InspectionLevel(rawValue: row.2), let quarter = FigurePeriod(row.3),
        let status = InspectionDraw.Status(rawValue: row.4)
      else { throw StoredValueError(table: "inspection_draw", id: row.0.lowercased) }
      return InspectionDraw(
        id: row.0, region: row.1, level: level, quarter: quarter, status: status, sequence: row.5, purpose: row.6,
        seed: try DrawSeed(contributor: row.7, hexadecimal: row.8),
        contributions: try values(row.9, path: "contributions"), committedAt: row.10, drawnAt: row.11,
        releasedAt: row.12, strata: try values(row.13, path: "strata"), inspectorPoolSize: row.14,
        inspectorPoolSha256: row.15, inspectorsEach: row.16, resultSha256: row.17)
    }
  }
}
