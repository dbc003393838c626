import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of batches.
enum BatchStore {
  private typealias Columns = (
    UUID, Int64, String, String, String, String, [String], Int64, Int64, Date, Date, [UUID]
  )
  private static let columns: SQL = """
    id, entry, number, region, title, likeness, steps, sequence, version, formed_at, updated_at,
    array(select case_id from compensation_batch_case c
      where c.batch_id = compensation_batch.id and c.left_at is null order by case_id)
    """

  /// Writes a new batch with its cases.
  static func insert(_ batch: Batch, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      insert into compensation_batch (id, number, region, title, likeness, steps, sequence, version, formed_at,
        updated_at)
      values (\(batch.id), \(batch.number), \(batch.region), \(batch.title), \(batch.likeness),
        \(batch.parts.map(\.rawValue)), \(batch.sequence), \(batch.version), \(batch.formedAt), \(batch.updatedAt))
      """)
    try await connection.execute(
      """
      insert into compensation_batch_case (batch_id, case_id)
      select \(batch.id), case_id from unnest(\(batch.caseIds)) as row(case_id) order by case_id
      """)
  }

  static func save(_ batch: Batch, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update compensation_batch set sequence = \(batch.sequence), version = \(batch.version),
        updated_at = \(batch.updatedAt)
      where id = \(batch.id)
      """)
  }

  /// Notes that a case left its batch.
  static func leave(
    _ batch: UUID, _ caseId: UUID, at now: Date, on connection: PostgresConnection
  ) async throws {
    try await connection.execute(
      "update compensation_batch_case set left_at = \(now) where batch_id = \(batch) and case_id = \(caseId)")
  }

  static func lock(_ id: UUID, on connection: PostgresConnection) async throws -> Batch? {
    try await read("select \(columns) from compensation_batch where id = \(id) for update", on: connection)
      .first?.batch
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> Batch? {
    try await read("select \(columns) from compensation_batch where id = \(id)", on: connection).first?.batch
  }

  /// The cases of a batch, not locked.
  static func cases(of batch: Batch, on connection: PostgresConnection) async throws -> [CompensationCase] {
    try await CaseStore().read(
      "select \(CaseRow.columns) from compensation_case where id = any(\(batch.caseIds)) order by id", on: connection
    ).map(\.compensation)
  }

  /// A page of batches, the latest first.
  static func list(
    regions: [String], before: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [(batch: Batch, entry: Int64)] {
    try await read(
      """
      select \(columns) from compensation_batch
      where \(RegionCondition.sql(regions)) and entry < \(before ?? .max) order by entry desc limit \(limit)
      """, on: connection)
  }

  private static func read(
    _ statement: SQL, on connection: PostgresConnection
  ) async throws -> [(batch: Batch, entry: Int64)] {
    try await connection.query(statement, as: Columns.self).map { row in
      let parts = row.6.compactMap { BatchPart(rawValue: $0) }
      guard parts.count == row.6.count else {
        throw StoredValueError(table: "compensation_batch", id: row.0.lowercased)
      }
      let batch = Batch(
        id: row.0, number: row.2, region: row.3, title: row.4, likeness: row.5, parts: parts, formedAt: row.9,
        sequence: row.7, version: row.8, caseIds: row.11, updatedAt: row.10)
      return (batch, row.1)
    }
  }
}
