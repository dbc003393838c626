import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The register of inspectors.
enum InspectorStore {
  private typealias Columns = (String, String, [String], Bool, Int64, Date)
  private static let columns: SQL = "number, region, interests, is_active, version, updated_at"

  static func lock(_ number: String, on connection: PostgresConnection) async throws -> Inspector? {
    try await read("select \(columns) from inspector where number = \(number) for update", on: connection).first
  }

  static func find(_ number: String, on connection: PostgresConnection) async throws -> Inspector? {
    try await read("select \(columns) from inspector where number = \(number)", on: connection).first
  }

  static func save(_ inspector: Inspector, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      insert into inspector (number, region, interests, is_active, version, updated_at)
      values (\(inspector.number), \(inspector.region), \(inspector.interests), \(inspector.isActive),
        \(inspector.version), \(inspector.updatedAt))
      on conflict (number) do update set region = excluded.region, interests = excluded.interests,
        is_active = excluded.is_active, version = excluded.version, updated_at = excluded.updated_at
      """)
  }

  /// Those of one bureau who can be drawn.
  static func staff(of region: String, on connection: PostgresConnection) async throws -> [Inspector] {
    try await read(
      "select \(columns) from inspector where region = \(region) and is_active order by number", on: connection)
  }

  static func list(
    regions: [String], after: String, limit: Int, on connection: PostgresConnection
  ) async throws -> [Inspector] {
    try await read(
      """
      select \(columns) from inspector where number > \(after) and \(RegionCondition.sql(regions))
      order by number limit \(limit)
      """, on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [Inspector] {
    try await connection.query(statement, as: Columns.self).map {
      Inspector(number: $0.0, region: $0.1, interests: $0.2, isActive: $0.3, version: $0.4, updatedAt: $0.5)
    }
  }
}
