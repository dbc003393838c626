import Contracts
import FoundationEssentials
import Postgres

/// The deliveries of one endpoint, as its agency looks at them.
enum DeliveryListStore {
  /// A delivery as it is shown.
  struct Shown: Sendable {
    let id: UUID
    /// The order in which they were made; pages of lists go by it.
    let entry: Int64
    let type: String
    let subject: String
    let status: DeliveryStatus
    let attempts: Int
    let replays: Int
    let dueAt: Date?
    let madeAt: Date
    let settledAt: Date?
    let lastStatus: Int?
    let lastFailure: String?
    let milliseconds: Int?
  }

  /// An attempt that failed.
  struct Failure: Sendable {
    let number: Int
    let madeAt: Date
    let status: Int?
    let failure: String
    let milliseconds: Int
  }

  private static let columns: SQL = """
    d.id, d.ordinal, a.type, d.subject, d.status, d.attempts, d.replays, d.due_at, d.made_at, d.settled_at,
    d.last_status, d.last_failure, d.milliseconds
    """

  private typealias Columns = (
    UUID, Int64, String, String, String, Int, Int, Date?, Date, Date?, Int32?, String?, Int32?
  )

  /// The latest first.
  static func list(
    of endpoint: UUID, status: DeliveryStatus?, before entry: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [Shown] {
    let condition: SQL = status.map { "and d.status = \($0.rawValue)" } ?? ""
    return try await read(
      """
      where d.endpoint_id = \(endpoint) and d.ordinal < \(entry ?? .max) \(condition)
      order by d.ordinal desc limit \(limit)
      """, on: connection)
  }

  static func find(_ id: UUID, of endpoint: UUID, on connection: PostgresConnection) async throws -> Shown? {
    try await read("where d.id = \(id) and d.endpoint_id = \(endpoint)", on: connection).first
  }

  /// The event as it is posted.
  static func event(of id: UUID, on connection: PostgresConnection) async throws -> [UInt8]? {
    try await connection.query(
      "select a.body from delivery d join announced_event a on a.id = d.event_id where d.id = \(id)", as: [UInt8].self
    ).first
  }

  /// The attempts that failed, in order.
  static func failures(of id: UUID, on connection: PostgresConnection) async throws -> [Failure] {
    try await connection.query(
      """
      select number, made_at, status, failure, milliseconds from delivery_attempt where delivery_id = \(id)
      order by number desc limit 200
      """, as: (Int, Date, Int32?, String, Int).self
    ).reversed().map {
      Failure(number: $0.0, madeAt: $0.1, status: $0.2.map { Int($0) }, failure: $0.3, milliseconds: $0.4)
    }
  }

  private static func read(_ condition: SQL, on connection: PostgresConnection) async throws -> [Shown] {
    try await connection.query(
      "select \(columns) from delivery d join announced_event a on a.id = d.event_id \(condition)", as: Columns.self
    ).map { row in
      guard let status = DeliveryStatus(rawValue: row.4) else {
        throw StoredValueError(table: "delivery", id: row.0.lowercased)
      }
      return Shown(
        id: row.0, entry: row.1, type: row.2, subject: row.3, status: status, attempts: row.5, replays: row.6,
        dueAt: row.7, madeAt: row.8, settledAt: row.9, lastStatus: row.10.map { Int($0) }, lastFailure: row.11,
        milliseconds: row.12.map { Int($0) })
    }
  }
}
