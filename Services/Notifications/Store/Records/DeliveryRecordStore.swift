import Contracts
import FoundationEssentials
import Postgres

/// Deliveries of webhooks as staff see them.
enum DeliveryRecordStore {
  static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [DeliveryRecord] {
    let rows = try await connection.query(
      statement,
      as: (
        UUID, Int64, UUID, String, String, String, String, Int, Date, Date?, Date?, Int32?, String?
      ).self)
    return try rows.map { row in
      guard let status = DeliveryStatus(rawValue: row.6) else {
        throw StoredValueError(table: "delivery", id: row.0.lowercased)
      }
      return DeliveryRecord(
        id: row.0, ordinal: row.1, endpoint: row.2, agency: row.3, type: row.4, subject: row.5, status: status,
        attempts: row.7, madeAt: row.8, dueAt: row.9, settledAt: row.10, lastStatus: row.11, lastFailure: row.12)
    }
  }

  /// How many of the latest deliveries about a subject are in each status.
  static func counts(of subject: String, on connection: PostgresConnection) async throws -> [DeliveryStatus: Int] {
    let rows = try await connection.query(
      """
      select status, count(*) from (
        select status from delivery where subject = \(subject) order by subject desc, ordinal desc
        limit \(SubjectState.reach)) as latest
      group by status
      """, as: (String, Int).self)
    return Dictionary(
      rows.compactMap { row in DeliveryStatus(rawValue: row.0).map { ($0, row.1) } }, uniquingKeysWith: +)
  }
}
