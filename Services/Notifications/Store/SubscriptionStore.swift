import Civics
import Contracts
import FoundationEssentials
import Postgres

/// The subscriptions' rows.
enum SubscriptionStore {
  private static let columns: SQL = """
    id, entry, agency, url, types, regions, colours, status, reason, requested_at, decided_by, decided_at, sequence
    """

  private typealias Columns = (
    UUID, Int64, String, String, [String], [String], [String], String, String?, Date, String?, Date?, Int64
  )

  /// Writes a new subscription with its endpoint.
  /// - Returns: its entry.
  static func insert(
    id: UUID, agency: String, url: WebhookURL, filter: EventFilter, secret: [UInt8], at now: Date,
    on connection: PostgresConnection
  ) async throws -> Int64? {
    let entry = try await connection.query(
      """
      insert into subscription (id, agency, url, types, regions, colours, secret, requested_at)
      values (\(id), \(agency), \(url.text), \(filter.types), \(filter.regions.map(\.description)),
        \(filter.colours.map(\.rawValue)), \(secret), \(now))
      returning entry
      """, as: Int64.self
    ).first
    try await connection.execute("insert into endpoint (id) values (\(id))")
    return entry
  }

  /// One subscription, its endpoint locked: nobody else changes its status or deliveries until the transaction ends.
  static func lock(_ id: UUID, on connection: PostgresConnection) async throws -> AgencySubscription? {
    try await connection.execute("select 1 from endpoint where id = \(id) for update")
    return try await find(id, on: connection)
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> AgencySubscription? {
    try await read("where id = \(id)", on: connection).first
  }

  /// The filters of all approved subscriptions.
  static func approvedFilters(on connection: PostgresConnection) async throws -> [UUID: EventFilter] {
    let rows = try await connection.query(
      "select id, types, regions, colours from subscription where status = 'approved'",
      as: (UUID, [String], [String], [String]).self)
    return Dictionary(
      try rows.map { ($0.0, try filter($0.0, types: $0.1, regions: $0.2, colours: $0.3)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The subscriptions of a condition, in the order it asks for.
  static func read(_ condition: SQL, on connection: PostgresConnection) async throws -> [AgencySubscription] {
    try await connection.query("select \(columns) from subscription \(condition)", as: Columns.self).map(subscription)
  }

  /// Writes the status.
  static func save(_ subscription: AgencySubscription, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update subscription set status = \(subscription.status.rawValue), reason = \(subscription.reason as String?),
        decided_by = \(subscription.decidedBy as String?), decided_at = \(subscription.decidedAt as Date?),
        sequence = \(subscription.sequence)
      where id = \(subscription.id)
      """)
  }

  private static func subscription(_ row: Columns) throws -> AgencySubscription {
    // What was allowed when it was asked for is read back; the sender looks again before every visit.
    guard let status = SubscriptionStatus(rawValue: row.7),
      let url = try? WebhookURL(row.3, allowsPrivate: true)
    else { throw StoredValueError(table: "subscription", id: row.0.lowercased) }
    return AgencySubscription(
      id: row.0, entry: row.1, agency: row.2, url: url,
      filter: try filter(row.0, types: row.4, regions: row.5, colours: row.6), status: status, reason: row.8,
      requestedAt: row.9, decidedBy: row.10, decidedAt: row.11, sequence: row.12)
  }

  private static func filter(
    _ id: UUID, types: [String], regions: [String], colours: [String]
  ) throws -> EventFilter {
    let known = regions.compactMap { try? RegionCode($0) }
    let colour = colours.compactMap(Colour.init(rawValue:))
    guard known.count == regions.count, colour.count == colours.count else {
      throw StoredValueError(table: "subscription", id: id.lowercased)
    }
    return EventFilter(types: types, regions: known, colours: colour)
  }
}
