import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The inbox's rows.
enum InboxStore {
  /// Whose inbox a caller looks into.
  enum Box: Sendable {
    /// Of the units of these divisions.
    case units([String])
    /// Of one holder or person, by the key of the addressee.
    case own([String])
  }

  private typealias Columns = (
    UUID, Int64, String, String, String, String, String, String, String, String?, String?, Bool, Date,
    Date?, String?, Date?, String?
  )
  private static let columns: SQL = """
    message_id, entry, audience, addressee, region, subject, language, title, body, html, document_number,
    wants_acknowledgement, delivered_at, read_at, read_by, acknowledged_at, acknowledged_by
    """

  /// Lays a message in its inbox; one that lies there stays as it is.
  static func insert(_ message: OutgoingMessage, pool: PostgresPool) async throws(PostgresError) {
    let (draft, content) = (message.draft, message.content)
    var region = draft.region
    if case .unit(let own) = InboxOwner(addressee: message.address, audience: draft.audience) { region = own }
    try await pool.execute(
      """
      insert into inbox_item (message_id, audience, addressee, region, subject, language, title, body, html,
        document_number, wants_acknowledgement, delivered_at)
      values (\(draft.id), \(draft.audience.rawValue), \(message.address), \(region), \(draft.subject),
        \(content.language.rawValue), \(content.title), \(content.text), \(content.html as String?),
        \(draft.documentNumber as String?), \(draft.wantsAcknowledgement), clock_timestamp())
      on conflict (message_id) do nothing
      """)
  }

  static func find(_ id: UUID, lock: Bool = false, on connection: PostgresConnection) async throws -> InboxItem? {
    let suffix: SQL = lock ? "for update" : ""
    return try await read(
      "select \(columns) from inbox_item where message_id = \(id) \(suffix)", on: connection
    ).first
  }

  /// A page of an inbox, the newest first.
  static func list(
    _ box: Box, unread: Bool, unacknowledged: Bool, before: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [InboxItem] {
    var condition: SQL =
      switch box {
      case .units(let regions): "audience = 'unit' and addressee not like 'staff:%' and \(within(regions))"
      case .own(let keys): "addressee = any(\(keys))"
      }
    condition = "\(condition) and entry < \(before ?? .max)"
    if unread { condition = "\(condition) and read_at is null" }
    if unacknowledged { condition = "\(condition) and wants_acknowledgement and acknowledged_at is null" }
    return try await read(
      "select \(columns) from inbox_item where \(condition) order by entry desc limit \(limit)", on: connection)
  }

  /// A single county by equality, so that its index gives the order.
  private static func within(_ regions: [String]) -> SQL {
    if regions.count == 1, let region = regions.first, !region.hasSuffix("00") { return "region = \(region)" }
    return RegionCondition.sql(regions)
  }

  static func markRead(_ id: UUID, by reader: String, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update inbox_item set read_at = clock_timestamp(), read_by = \(reader)
      where message_id = \(id) and read_at is null
      """)
  }

  static func markAcknowledged(_ id: UUID, by reader: String, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update inbox_item set acknowledged_at = clock_timestamp(), acknowledged_by = \(reader),
        read_at = coalesce(read_at, clock_timestamp()), read_by = coalesce(read_by, \(reader))
      where message_id = \(id) and acknowledged_at is null
      """)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [InboxItem] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let audience = MessageAudience(rawValue: row.2) else {
        throw StoredValueError(table: "inbox_item", id: row.0.lowercased)
      }
      return InboxItem(
        messageId: row.0, entry: row.1, audience: audience, addressee: row.3, region: row.4, subject: row.5,
        language: row.6, title: row.7, text: row.8, html: row.9, documentNumber: row.10, wantsAcknowledgement: row.11,
        deliveredAt: row.12, readAt: row.13, readBy: row.14, acknowledgedAt: row.15, acknowledgedBy: row.16)
    }
  }
}
