import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of monthly field checks.
enum CheckStore {
  private typealias Columns = (
    UUID, String, String, String, Int64, String, String, String, Date, Date?, Int?, String?, Int?, String?
  )
  private static let columns: SQL = """
    id, region, month, status, sequence, purpose, contributor, seed, committed_at, drawn_at, pool_size, pool_sha256,
    sample_size, rule::text
    """

  /// Writes a check that is committed to, unless the month has one.
  /// - Returns: whether it is new.
  static func insert(_ check: MonthlyCheck, on connection: PostgresConnection) async throws -> Bool {
    try await connection.execute(
      """
      insert into monthly_check (id, region, month, status, sequence, purpose, contributor, commitment, seed,
        committed_at)
      values (\(check.id), \(check.region), \(check.month), \(check.status.rawValue), \(check.sequence),
        \(check.purpose), \(check.seed.contributor), \(check.commitment), \(check.seed.hexadecimal),
        \(check.committedAt))
      on conflict do nothing
      """) > 0
  }

  static func lock(_ id: UUID, on connection: PostgresConnection) async throws -> MonthlyCheck? {
    try await read("select \(columns) from monthly_check where id = \(id) for update", on: connection).first
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> MonthlyCheck? {
    try await read("select \(columns) from monthly_check where id = \(id)", on: connection).first
  }

  static func save(_ check: MonthlyCheck, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update monthly_check set status = \(check.status.rawValue), sequence = \(check.sequence),
        drawn_at = \(check.drawnAt as Date?), pool_size = \(check.poolSize as Int?), pool_sha256 = \(check.poolSha256 as String?),
        sample_size = \(check.sampleSize as Int?), rule = \(check.rule.map { PostgresJSON($0.json.bytes) } as PostgresJSON?)
      where id = \(check.id)
      """)
  }

  /// A page of the checks of these divisions, the latest month first.
  /// - Parameter after: month and region of the last check of the page before.
  static func list(
    regions: [String], after: (month: String, region: String)?, limit: Int, on connection: PostgresConnection
  ) async throws -> [MonthlyCheck] {
    var condition = RegionCondition.sql(regions)
    if let after {
      condition = """
        \(condition) and (month < \(after.month) or month = \(after.month) and region > \(after.region))
        """
    }
    return try await read(
      "select \(columns) from monthly_check where \(condition) order by month desc, region limit \(limit)",
      on: connection)
  }

  /// The petitions of these divisions archived within a span of time.
  static func closed(
    in region: RegionSpan, from start: Date, to end: Date, on connection: PostgresConnection
  ) async throws -> [UUID] {
    try await connection.query(
      """
      select tally.petition_id from petition_tally tally join petition on petition.id = tally.petition_id
      where tally.archived_at >= \(start) and tally.archived_at < \(end)
        and petition.region between \(region.first) and \(region.last)
      """, as: UUID.self)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [MonthlyCheck] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let status = MonthlyCheck.Status(rawValue: row.3) else {
        throw StoredValueError(table: "monthly_check", id: row.0.lowercased)
      }
      return MonthlyCheck(
        id: row.0, region: row.1, month: row.2, status: status, sequence: row.4, purpose: row.5,
        seed: try DrawSeed(contributor: row.6, hexadecimal: row.7), committedAt: row.8, drawnAt: row.9,
        poolSize: row.10, poolSha256: row.11, sampleSize: row.12,
        rule: try row.13.map { try Contracts.RuleReference(json: try JSON(parsing: Array($0.utf8)), path: "rule") })
    }
  }
}
