import Civics
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of what staff record beside petitions.
enum StaffRecordStore {
  private typealias Columns = (
    UUID, Int64, String, String, String, String?, UUID?, UUID?, Int?, Int?, Int?, String?, String, Date, Date?,
    String?, String?
  )
  private static let columns: SQL = """
    id, entry, kind, day::text, region, category, petition_id, letter_id, searched, found, people, summary,
    recorded_by, recorded_at, withdrawn_at, withdrawn_by, withdrawal
    """

  /// Writes a record unless it is there.
  /// - Returns: whether it is new.
  @discardableResult
  static func insert(_ record: StaffRecord, on connection: PostgresConnection) async throws -> Bool {
    try await connection.execute(
      """
      insert into staff_record (id, kind, day, region, category, petition_id, letter_id, searched, found, people,
        summary, recorded_by, recorded_at)
      values (\(record.id), \(record.kind.rawValue), \(record.day.description)::text::date, \(record.region),
        \(record.category as String?), \(record.petitionId as UUID?), \(record.letterId as UUID?), \(record.searched as Int?), \(record.found as Int?),
        \(record.people as Int?), \(record.summary as String?), \(record.recordedBy), \(record.recordedAt))
      on conflict (id) do nothing
      """) > 0
  }

  static func lock(_ id: UUID, on connection: PostgresConnection) async throws -> StaffRecord? {
    try await read("select \(columns) from staff_record where id = \(id) for update", on: connection).first
  }

  static func withdraw(
    _ id: UUID, _ withdrawal: StaffRecord.Withdrawal, on connection: PostgresConnection
  ) async throws {
    try await connection.execute(
      """
      update staff_record set withdrawn_at = \(withdrawal.at), withdrawn_by = \(withdrawal.by),
        withdrawal = \(withdrawal.reason) where id = \(id)
      """)
  }

  /// A page of records, the newest first.
  static func list(
    regions: [String], kind: StaffRecordKind?, before: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [StaffRecord] {
    var condition: SQL = "\(RegionCondition.sql(regions)) and entry < \(before ?? .max)"
    if let kind { condition = "\(condition) and kind = \(kind.rawValue)" }
    return try await read(
      "select \(columns) from staff_record where \(condition) order by entry desc limit \(limit)", on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [StaffRecord] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let kind = StaffRecordKind(rawValue: row.2), let day = CivilDate(row.3) else {
        throw StoredValueError(table: "staff_record", id: row.0.uuidString)
      }
      var withdrawal: StaffRecord.Withdrawal?
      if let at = row.14 { withdrawal = .init(at: at, by: row.15 ?? "", reason: row.16 ?? "") }
      return StaffRecord(
        id: row.0, entry: row.1, kind: kind, day: day, region: row.4, category: row.5, petitionId: row.6,
        letterId: row.7, searched: row.8, found: row.9, people: row.10, summary: row.11, recordedBy: row.12,
        recordedAt: row.13, withdrawal: withdrawal)
    }
  }
}
