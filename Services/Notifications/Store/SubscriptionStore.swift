import Civics
import Contracts
import FoundationEssentials
import Postgres

/// The subscriptions' rows.
enum SubscriptionStore {
  private static let columns: SQL = """
    id, entry, agency, url, types, regions, colours, status, reason, requested_at, decided_by, decided_at, sequence,
    kinds, filters
    """

  private typealias Columns = (
    UUID, Int64, String, String, [String], [String], [String], String, String?, Date, String?, Date?, Int64,
    [String], PostgresJSON
  )

  /// Writes a new subscription with its endpoint; its keys are written beside it.
  /// - Returns: its entry.
  static func insert(
    id: UUID, agency: String, url: WebhookURL, filter: EventFilter, settings: EndpointSettings, at now: Date,
    on connection: PostgresConnection
  ) async throws -> Int64? {
    let entry = try await connection.query(
      """
      insert into subscription (id, agency, url, types, regions, colours, kinds, filters, requested_at)
      values (\(id), \(agency), \(url.text), \(filter.types), \(filter.regions.map(\.description)),
        \(filter.colours.map(\.rawValue)), \(filter.kinds), \(StoredFilter.json(filter.filters)), \(now))
      returning entry
      """, as: Int64.self
    ).first
    try await connection.execute(
      """
      insert into endpoint (id, ordered, is_binary, concurrency, per_minute)
      values (\(id), \(settings.order == .subject), \(settings.mode == .binary), \(Int16(settings.concurrency)),
        \(settings.perMinute.map { Int32($0) } as Int32?))
      """)
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

  /// The number of the last change to subscriptions.
  static func epoch(on connection: PostgresConnection) async throws -> Int64 {
    try await connection.query("select epoch from subscription_epoch", as: Int64.self).first ?? 0
  }

  /// What subscriptions that changed after an epoch want now; nil for those that are not approved any more.
  /// - Returns: the newest epoch among them too.
  static func changes(
    since epoch: Int64, on connection: PostgresConnection
  ) async throws -> (filters: [(id: UUID, filter: EventFilter?)], epoch: Int64) {
    let rows = try await connection.query(
      "select id, epoch, status, types, regions, colours, kinds, filters from subscription where epoch > \(epoch)",
      as: (UUID, Int64, String, [String], [String], [String], [String], PostgresJSON).self)
    let filters = try rows.map { row in
      let stored = StoredFilter(types: row.3, regions: row.4, colours: row.5, kinds: row.6, filters: row.7)
      return (id: row.0, filter: row.2 == SubscriptionStatus.approved.rawValue ? try stored.filter(of: row.0) : nil)
    }
    return (filters, rows.map(\.1).max() ?? epoch)
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
      filter: try StoredFilter(types: row.4, regions: row.5, colours: row.6, kinds: row.13, filters: row.14)
        .filter(of: row.0), status: status, reason: row.8,
      requestedAt: row.9, decidedBy: row.10, decidedAt: row.11, sequence: row.12)
  }
}
