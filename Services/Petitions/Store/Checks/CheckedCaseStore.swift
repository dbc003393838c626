import FoundationEssentials
import Postgres

/// The samples of monthly checks, the pools they were drawn from, and what was found.
enum CheckedCaseStore {
  /// Keeps the pool as it was hashed.
  static func insertPool(_ document: String, of check: UUID, on connection: PostgresConnection) async throws {
    try await connection.execute(
      "insert into monthly_check_pool (check_id, document) values (\(check), \(document))")
  }

  static func pool(of check: UUID, on connection: PostgresConnection) async throws -> String? {
    try await connection.query(
      "select document from monthly_check_pool where check_id = \(check)", as: String.self
    ).first
  }

  /// Keeps a sample in the order of the draw.
  /// - Returns: its cases with their numbers.
  static func insert(
    _ drawn: [UUID], of check: UUID, on connection: PostgresConnection
  ) async throws -> [CheckedCase] {
    try await connection.execute(
      """
      insert into monthly_check_case (check_id, rank, petition_id, petition_number, region)
      select \(check), drawn.rank, petition.id, petition.number, petition.region
      from unnest(\(drawn)) with ordinality as drawn(id, rank) join petition on petition.id = drawn.id
      """)
    return try await cases(of: check, on: connection)
  }

  /// The sample of a check, in the order of the draw.
  static func cases(of check: UUID, on connection: PostgresConnection) async throws -> [CheckedCase] {
    try await connection.query(
      """
      select rank, petition_id, petition_number, region, passed, checked_at, checked_by, unit, summary
      from monthly_check_case where check_id = \(check) order by rank
      """, as: (Int, UUID, String, String, Bool?, Date?, String?, String?, String?).self
    ).map {
      CheckedCase(
        rank: $0.0, petitionId: $0.1, petitionNumber: $0.2, region: $0.3, passed: $0.4, checkedAt: $0.5,
        checkedBy: $0.6, unit: $0.7, summary: $0.8)
    }
  }

  static func save(_ found: CheckedCase, of check: UUID, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update monthly_check_case set passed = \(found.passed as Bool?), checked_at = \(found.checkedAt as Date?),
        checked_by = \(found.checkedBy as String?), unit = \(found.unit as String?), summary = \(found.summary as String?)
      where check_id = \(check) and rank = \(found.rank)
      """)
  }
}
