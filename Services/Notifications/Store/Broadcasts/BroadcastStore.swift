import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of broadcasts.
enum BroadcastStore {
  private typealias Columns = (
    UUID, Int64, String, String, String, PostgresJSON, String?, Int32, String, String?, Date?, Int64, Date
  )
  private static let columns: SQL = """
    id, entry, region, kind, status, content, reached, invited, made_by, sent_by, sent_at, version, updated_at
    """

  /// Writes a new one.
  /// - Returns: it, with its entry; nil when it is there already.
  static func insert(_ broadcast: Broadcast, on connection: PostgresConnection) async throws -> Broadcast? {
    try await read(
      """
      insert into broadcast (id, region, kind, status, content, starts_at, made_by, sent_by, sent_at, updated_at)
      values (\(broadcast.id), \(broadcast.region), \(broadcast.kind.rawValue), \(broadcast.status.rawValue),
        \(PostgresJSON(broadcast.content.json.bytes)), \(broadcast.content.starts as Date?), \(broadcast.madeBy),
        \(broadcast.sentBy as String?), \(broadcast.sentAt as Date?), \(broadcast.updatedAt))
      on conflict (id) do nothing returning \(columns)
      """, on: connection
    ).first
  }

  /// One, locked until the transaction ends.
  static func lock(_ id: UUID, on connection: PostgresConnection) async throws -> Broadcast? {
    try await read("select \(columns) from broadcast where id = \(id) for update", on: connection).first
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> Broadcast? {
    try await read("select \(columns) from broadcast where id = \(id)", on: connection).first
  }

  static func save(_ broadcast: Broadcast, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update broadcast set status = \(broadcast.status.rawValue),
        content = \(PostgresJSON(broadcast.content.json.bytes)), starts_at = \(broadcast.content.starts as Date?),
        reached = \(broadcast.reached as String?), invited = \(Int32(clamping: broadcast.invited)),
        sent_by = \(broadcast.sentBy as String?), sent_at = \(broadcast.sentAt as Date?),
        version = \(broadcast.version), updated_at = \(broadcast.updatedAt)
      where id = \(broadcast.id)
      """)
  }

  /// A page of broadcasts, the newest first.
  static func list(
    regions: [String], kind: BroadcastKind?, status: BroadcastStatus?, before: Int64, limit: Int,
    on connection: PostgresConnection
  ) async throws -> [Broadcast] {
    var condition = RegionCondition.sql(regions)
    if let kind { condition = "\(condition) and kind = \(kind.rawValue)" }
    if let status { condition = "\(condition) and status = \(status.rawValue)" }
    return try await read(
      "select \(columns) from broadcast where \(condition) and entry < \(before) order by entry desc limit \(limit)",
      on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [Broadcast] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let kind = BroadcastKind(rawValue: row.3), let status = BroadcastStatus(rawValue: row.4),
        let json = try? JSON(parsing: row.5.bytes), let content = try? BroadcastContent(json: json, path: "content")
      else { throw StoredValueError(table: "broadcast", id: row.0.lowercased) }
      return Broadcast(
        id: row.0, entry: row.1, region: row.2, kind: kind, status: status, content: content, reached: row.6,
        invited: Int(row.7), madeBy: row.8, sentBy: row.9, sentAt: row.10, version: row.11, updatedAt: row.12)
    }
  }
}
