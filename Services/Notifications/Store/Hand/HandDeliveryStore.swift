import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// Messages that lie with staff.
enum HandDeliveryStore {
  private typealias Columns = (
    UUID, Int64, String, String, String?, String, UUID?, Int16?, String, String, String?, Bool, Int, Date, Date?,
    String?, Date?
  )
  private static let columns: SQL = """
    id, ordinal, channel, audience, addressee, subject, petition_id, contact, template, region, document_number,
    wants_acknowledgement, channel_attempts, made_at, expires_at, taken_by, taken_until
    """

  /// A page of the list, the oldest first.
  /// - Parameters:
  ///   - channels: none means all.
  ///   - after: the entry of the last one of the page before.
  static func list(
    regions: [String], channels: [ContactChannel], takenBy: String?, after: Int64?, limit: Int,
    on connection: PostgresConnection
  ) async throws -> [HandDelivery] {
    var condition: SQL = "status = 'by-hand' and ordinal > \(after ?? 0) and \(RegionCondition.sql(regions))"
    if !channels.isEmpty { condition = "\(condition) and channel = any(\(channels.map(\.rawValue)))" }
    if let takenBy { condition = "\(condition) and taken_by = \(takenBy) and taken_until > clock_timestamp()" }
    return try await read(
      "select \(columns) from message where \(condition) order by ordinal limit \(limit)", on: connection)
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> HandDelivery? {
    try await read("select \(columns) from message where id = \(id) and status = 'by-hand'", on: connection).first
  }

  /// Gives a delivery to a member of staff for a while, unless somebody else has it.
  /// - Returns: whether it is theirs now.
  static func take(_ id: UUID, by person: String, hold: Duration, on connection: PostgresConnection) async throws
    -> Bool
  {
    try await connection.execute(
      """
      update message set taken_by = \(person),
        taken_until = clock_timestamp() + make_interval(secs => \(hold.inSeconds))
      where id = \(id) and status = 'by-hand'
        and (taken_by is null or taken_by = \(person) or taken_until < clock_timestamp())
      """) == 1
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [HandDelivery] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let channel = ContactChannel(rawValue: row.2), let audience = MessageAudience(rawValue: row.3) else {
        throw StoredValueError(table: "message", id: row.0.lowercased)
      }
      return HandDelivery(
        messageId: row.0, entry: row.1, channel: channel, audience: audience, addressee: row.4, subject: row.5,
        petitionId: row.6, contact: row.7.map(Int.init), template: row.8, region: row.9, documentNumber: row.10,
        wantsAcknowledgement: row.11, attempts: row.12, madeAt: row.13, expiresAt: row.14, takenBy: row.15,
        takenUntil: row.16)
    }
  }
}
