import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// The messages' rows.
enum MessageStore {
  /// How long a worker has messages without a sign of life.
  static let leaseSeconds = 120.0

  /// Locks what was told about these petitions, in the order of their ids.
  /// - Returns: how many events each has had.
  static func lock(petitions: [UUID], on connection: PostgresConnection) async throws -> [UUID: Int64] {
    let ids = Array(Set(petitions))
    let results = try await connection.pipeline([
      """
      insert into correspondence (petition_id) select id from unnest(\(ids)) as p(id) order by id on conflict do nothing
      """,
      """
      select petition_id, sequence from correspondence where petition_id = any(\(ids)) order by petition_id for update
      """,
    ])
    let rows = try results.last?.rows(as: (UUID, Int64).self) ?? []
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// Writes messages in the order given; those that are there already stay as they are. The first of a petition is due
  /// at once, the others when it is settled. The petitions must be locked.
  static func insert(_ rows: [MessageRow], on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      insert into message (id, petition_id, contact, template, channels, parameters, region, expires_at, sealed, cause,
        correlation, trace, due_at)
      select n.id, n.petition_id, n.contact, n.template, string_to_array(n.channels, ','), n.parameters, n.region,
        n.expires_at, n.sealed, n.cause, n.correlation, n.trace,
        case when n.place = 1 and not exists (
          select from message m where m.petition_id = n.petition_id and m.status = 'pending')
        then clock_timestamp() end
      from (
        select x.*, row_number() over (partition by x.petition_id order by x.number) as place
        from unnest(\(rows.map(\.id)), \(rows.map(\.petitionId)), \(rows.map { Int16($0.contact) }),
          \(rows.map(\.template)), \(rows.map { $0.channels.map(\.rawValue).joined(separator: ",") }),
          \(rows.map { PostgresJSON(json($0.parameters).bytes) }), \(rows.map(\.region)), \(rows.map(\.expiresAt)),
          \(rows.map(\.sealed)), \(rows.map(\.cause.id)), \(rows.map(\.cause.correlation)),
          \(rows.map { $0.cause.traceParent?.description }))
          with ordinality as x(id, petition_id, contact, template, channels, parameters, region, expires_at, sealed,
            cause, correlation, trace, number)
        where not exists (select from message known where known.id = x.id)) n
      order by n.number
      """)
  }

  /// Takes messages whose turn it is and nobody has, oldest first.
  static func claim(limit: Int, lease: UUID, pool: PostgresPool) async throws -> [MessageRow] {
    let rows = try await pool.query(
      """
      update message set lease = \(lease),
        leased_until = clock_timestamp() + make_interval(secs => \(leaseSeconds))
      where id in (
        select id from message
        where due_at <= clock_timestamp() and (leased_until is null or leased_until < clock_timestamp())
        order by due_at, ordinal limit \(limit) for update skip locked)
      returning id, petition_id, contact, template, channels, parameters, region, expires_at, sealed, cause,
        correlation, trace, attempts
      """,
      as: (
        UUID, UUID, Int16, String, [String], PostgresJSON, String, Date?, [UInt8]?, String, String, String?, Int
      ).self)
    return try rows.map { row in
      guard let parameters = try? JSONFields(["values": JSON(parsing: row.5.bytes)], path: "message").texts("values")
      else { throw StoredValueError(table: "message", id: row.0.lowercased) }
      return MessageRow(
        id: row.0, petitionId: row.1, contact: Int(row.2), template: row.3,
        channels: row.4.compactMap(ContactChannel.init(rawValue:)), parameters: parameters, region: row.6,
        expiresAt: row.7, sealed: row.8 ?? [],
        cause: Cause(id: row.9, correlation: row.10, traceParent: row.11.flatMap(TraceParent.init)),
        attempts: row.12)
    }
  }

  /// Which of these are still this worker's; their petitions must be locked.
  static func held(_ ids: [UUID], lease: UUID, on connection: PostgresConnection) async throws -> Set<UUID> {
    Set(
      try await connection.query(
        "select id from message where id = any(\(ids)) and lease = \(lease) and status = 'pending'", as: UUID.self))
  }

  private static func json(_ parameters: [String: String]) -> JSON {
    var object = JSONObject()
    object.set("values", parameters)
    return object["values"] ?? [:]
  }
}
