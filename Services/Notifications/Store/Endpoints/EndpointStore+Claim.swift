import FoundationEssentials
import Postgres

extension EndpointStore {
  /// How long a worker has an endpoint: longer than name resolution, a visit and the longest request take.
  static let leaseSeconds = 90.0

  /// Takes endpoints that have something to do and nobody has, those that have waited longest first, with their keys and
  /// the deliveries whose turn it is.
  ///
  /// - Parameters:
  ///   - quick: the most of those that answer quickly.
  ///   - slow: the most of those that do not.
  ///   - deliveries: the most of one endpoint.
  static func claim(
    quick: Int, slow: Int, deliveries: Int, lease: UUID, pool: PostgresPool
  ) async throws -> [EndpointLease] {
    try await pool.withConnection { connection in
      var leases = try await claim(quick: quick, slow: slow, lease: lease, on: connection)
      guard !leases.isEmpty else { return [] }
      let ids = leases.map(\.id)
      let results = try await connection.pipeline([
        """
        select endpoint_id, sealed from endpoint_key
        where endpoint_id = any(\(ids)) and (ends_at is null or ends_at > clock_timestamp())
        order by made_at desc
        """,
        """
        select e.id, d.id, d.subject, d.attempts, d.round, d.replays, a.type, a.body
        from unnest(\(ids)) as e(id)
          cross join lateral (
            select * from delivery where endpoint_id = e.id and due_at <= clock_timestamp()
            order by due_at, ordinal limit \(deliveries)) d
          join announced_event a on a.id = d.event_id
        order by d.due_at, d.ordinal
        """,
      ])
      let keys = Dictionary(grouping: try results[0].rows(as: (UUID, [UInt8]).self), by: \.0)
      let due = Dictionary(
        grouping: try results[1].rows(as: (UUID, UUID, String, Int, Int, Int, String, [UInt8]).self), by: \.0)
      for index in leases.indices {
        leases[index].keys = keys[leases[index].id, default: []].map(\.1)
        leases[index].due = due[leases[index].id, default: []].map {
          DueDelivery(
            id: $0.1, subject: $0.2, attempts: $0.3, round: $0.4, replays: $0.5, type: $0.6, body: $0.7)
        }
      }
      return leases
    }
  }

  private static func claim(
    quick: Int, slow: Int, lease: UUID, on connection: PostgresConnection
  ) async throws -> [EndpointLease] {
    let rows = try await connection.query(
      """
      with quick as (
        select id from endpoint
        where not is_slow and wake_at <= clock_timestamp()
          and (leased_until is null or leased_until < clock_timestamp())
        order by wake_at limit \(quick) for update skip locked
      ), slow as (
        select id from endpoint
        where is_slow and wake_at <= clock_timestamp()
          and (leased_until is null or leased_until < clock_timestamp())
        order by wake_at limit \(slow) for update skip locked
      )
      update endpoint e set lease = \(lease),
        leased_until = clock_timestamp() + make_interval(secs => \(leaseSeconds))
      from subscription s
      where s.id = e.id and s.status = 'approved' and e.id in (select id from quick union all select id from slow)
      returning e.id, s.url, e.concurrency, e.per_minute, e.allowed_per_minute, e.next_slot_at, e.failing_since,
        e.failing_attempts, e.openings, e.rest_until, e.warned_at, e.is_slow, e.is_binary
      """,
      as: (UUID, String, Int16, Int32?, Int32?, Date?, Date?, Int, Int, Date?, Date?, Bool, Bool).self)
    return rows.map { row in
      let settings = EndpointSettings(perMinute: row.3.map { Int($0) })
      return EndpointLease(
        id: row.0, lease: lease, url: row.1,
        health: EndpointHealth(
          failingSince: row.6, failures: row.7, openings: row.8, restUntil: row.9, warnedAt: row.10),
        mode: row.12 ? .binary : .structured, concurrency: Int(row.2), isSlow: row.11,
        pace: RequestPace(perMinute: settings.rate(allowed: row.4.map { Int($0) }), nextSlot: row.5))
    }
  }
}
