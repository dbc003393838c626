import FoundationEssentials
import Postgres

/// The working side of subscriptions: whose turn it is, leases, statistics.
enum EndpointStore {
  /// How long a worker has an endpoint without a sign of life: longer than name resolution and the longest request take.
  static let leaseSeconds = 60.0

  /// Takes endpoints that have something to do and nobody has, those that have waited longest first.
  static func claim(limit: Int, lease: UUID, pool: PostgresPool) async throws -> [EndpointLease] {
    try await pool.query(
      """
      update endpoint e set lease = \(lease),
        leased_until = clock_timestamp() + make_interval(secs => \(leaseSeconds))
      from subscription s
      where s.id = e.id and s.status = 'approved' and e.id in (
        select id from endpoint
        where wake_at <= clock_timestamp() and (leased_until is null or leased_until < clock_timestamp())
        order by wake_at limit \(limit) for update skip locked)
      returning e.id, s.url, s.secret
      """, as: (UUID, String, [UInt8]).self
    ).map { EndpointLease(id: $0.0, url: $0.1, secret: $0.2, lease: lease) }
  }

  /// Locks an endpoint that is still this worker's.
  /// - Returns: since when and how often it has failed; nil when another worker has it, or it was switched off.
  static func lock(
    _ endpoint: EndpointLease, on connection: PostgresConnection
  ) async throws -> (failingSince: Date?, failures: Int)? {
    try await connection.query(
      """
      select failing_since, failing_attempts from endpoint
      where id = \(endpoint.id) and lease = \(endpoint.lease) for update
      """, as: (Date?, Int).self
    ).first.map { (failingSince: $0.0, failures: $0.1) }
  }

  /// Gives an endpoint back; it wakes when its next delivery is due, at the end of the queue.
  static func release(_ endpoint: EndpointLease, pool: PostgresPool) async throws {
    try await pool.withTransaction { connection in
      guard try await lock(endpoint, on: connection) != nil else { return }
      try await connection.execute(
        """
        update endpoint e set lease = null, leased_until = null,
          wake_at = (select greatest(min(due_at), clock_timestamp(), e.rest_until) from delivery
            where endpoint_id = e.id and due_at is not null having min(due_at) is not null)
        where id = \(endpoint.id)
        """)
    }
  }

  /// Locks these endpoints in the order of their ids.
  /// - Returns: those whose subscription is approved, as it stands now that nobody can change it.
  static func lockApproved(_ ids: [UUID], on connection: PostgresConnection) async throws -> Set<UUID> {
    // Two statements: the second sees what was committed while the first waited.
    let results = try await connection.pipeline([
      "select 1 from endpoint where id = any(\(ids)) order by id for update",
      "select id from subscription where id = any(\(ids)) and status = 'approved'",
    ])
    return Set(try results.last?.rows(as: UUID.self) ?? [])
  }

  /// There is something to do for these; their rows are locked.
  static func wake(_ ids: [UUID]) -> SQL {
    """
    update endpoint set wake_at = least(wake_at, greatest(clock_timestamp(), rest_until)) where id = any(\(ids))
    """
  }

  /// Switched on again: what is due is due now, and past failures do not count.
  static func resume(_ id: UUID) -> SQL {
    """
    update endpoint e set rest_until = null, failing_since = null, failing_attempts = 0,
      wake_at = (select greatest(min(due_at), clock_timestamp()) from delivery
        where endpoint_id = e.id and due_at is not null having min(due_at) is not null)
    where id = \(id)
    """
  }

  /// Switched off: nobody comes for it, and who has it loses it.
  static func suspend(_ id: UUID) -> SQL {
    "update endpoint set wake_at = null, lease = null, leased_until = null where id = \(id)"
  }

  /// The statistics, without what is pending.
  static func statistics(
    _ ids: [UUID], on connection: PostgresConnection
  ) async throws -> [UUID: EndpointStatistics] {
    let rows = try await connection.query(
      """
      select id, delivered, failed, exhausted, failing_since, last_attempt_at, last_success_at, last_status, last_failure
      from endpoint where id = any(\(ids))
      """, as: (UUID, Int64, Int64, Int64, Date?, Date?, Date?, Int32?, String?).self)
    return Dictionary(
      rows.map { row in
        (
          row.0,
          EndpointStatistics(
            delivered: row.1, failed: row.2, exhausted: row.3, failingSince: row.4, lastAttemptAt: row.5,
            lastSuccessAt: row.6, lastStatus: row.7, lastFailure: row.8)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
