import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of work reminder letters.
enum LetterStore {
  private typealias Columns = (
    UUID, Int64, String?, String, String, UUID?, String, String, String, String, Int64, String, Date,
    Int64
  )
  private static let columns: SQL = """
    id, entry, number, status, cause, check_id, from_unit, from_region, to_unit, to_region, sequence, file::text,
    updated_at, version
    """

  /// The draft that gathers the findings of a cause for a bureau, locked; made when there is none.
  static func draft(like letter: ReminderLetter, on connection: PostgresConnection) async throws -> ReminderLetter {
    try await connection.execute(
      """
      insert into reminder_letter (id, status, cause, check_id, from_unit, from_region, to_unit, to_region, sequence,
        file, updated_at)
      values (\(letter.id), 'draft', \(letter.cause.rawValue), \(letter.checkId as UUID?), \(letter.fromUnit),
        \(letter.fromRegion), \(letter.toUnit), \(letter.toRegion), 0, \(PostgresJSON(letter.file.json.bytes)),
        \(letter.updatedAt))
      on conflict (from_unit, to_unit, cause) where status = 'draft' do nothing
      """)
    let found = try await read(
      """
      select \(columns) from reminder_letter where status = 'draft' and from_unit = \(letter.fromUnit)
        and to_unit = \(letter.toUnit) and cause = \(letter.cause.rawValue) for update
      """, on: connection)
    guard let draft = found.first else { throw StoredValueError(table: "reminder_letter", id: letter.id.lowercased) }
    return draft
  }

  /// Letters, locked in the order of their ids.
  static func lock(_ ids: [UUID], on connection: PostgresConnection) async throws -> [ReminderLetter] {
    try await read(
      "select \(columns) from reminder_letter where id = any(\(ids)) order by id for update", on: connection)
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> ReminderLetter? {
    try await read("select \(columns) from reminder_letter where id = \(id)", on: connection).first
  }

  static func save(_ letter: ReminderLetter, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update reminder_letter set number = \(letter.number as String?), status = \(letter.status.rawValue),
        sequence = \(letter.sequence), file = \(PostgresJSON(letter.file.json.bytes)), updated_at = \(letter.updatedAt),
        version = version + 1
      where id = \(letter.id)
      """)
  }

  /// A page of letters, the newest first.
  /// - Parameters:
  ///   - regions: of the addressees; a division covers those below it.
  ///   - before: the entry of the last letter of the page before.
  static func list(
    regions: [String], status: LetterStatus?, before: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [ReminderLetter] {
    var condition: SQL = "\(RegionCondition.sql(regions, column: "to_region")) and entry < \(before ?? .max)"
    if let status { condition = "\(condition) and status = \(status.rawValue)" }
    return try await read(
      "select \(columns) from reminder_letter where \(condition) order by entry desc limit \(limit)", on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [ReminderLetter] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let status = LetterStatus(rawValue: row.3), let cause = ReminderCause(rawValue: row.4) else {
        throw StoredValueError(table: "reminder_letter", id: row.0.lowercased)
      }
      return ReminderLetter(
        id: row.0, entry: row.1, number: row.2, status: status, cause: cause, checkId: row.5, fromUnit: row.6,
        fromRegion: row.7, toUnit: row.8, toRegion: row.9, sequence: row.10,
        file: try LetterFile(json: try JSON(parsing: Array(row.11.utf8), limits: .storedFile), path: "file"),
        updatedAt: row.12, version: row.13)
    }
  }
}
