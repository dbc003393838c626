import FoundationEssentials
import Postgres

/// The working side of subscriptions: whose turn it is, how it is served, statistics.
enum EndpointStore {
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
    update endpoint
    set wake_at = greatest(clock_timestamp(), rest_until, next_slot_at)
    where id = any(\(ids)) and (wake_at is null or wake_at > greatest(clock_timestamp(), rest_until, next_slot_at))
    """
  }

  /// Switched on again: what is due is due now, and past failures do not count.
  static func resume(_ id: UUID) -> SQL {
    """
    update endpoint e set rest_until = null, failing_since = null, failing_attempts = 0, openings = 0,
      warned_at = null, is_slow = false, version = version + 1,
      wake_at = (select greatest(min(due_at), clock_timestamp()) from delivery
        where endpoint_id = e.id and due_at is not null having min(due_at) is not null)
    where id = \(id)
    """
  }

  /// Switched off: nobody comes for it, and who has it loses it.
  static func suspend(_ id: UUID) -> SQL {
    """
    update endpoint set wake_at = null, lease = null, leased_until = null, version = version + 1 where id = \(id)
    """
  }

  /// It said that it wants our events.
  /// - Parameter perMinute: the pace it allows; nil for any.
  static func verified(_ id: UUID, perMinute: Int?) -> SQL {
    """
    update endpoint set verified_at = clock_timestamp(), allowed_per_minute = \(perMinute.map { Int32($0) } as Int32?),
      version = version + 1
    where id = \(id)
    """
  }

  /// How it is to be served from now on. Deliveries that wait are put in order, or let go.
  static func set(_ settings: EndpointSettings, of id: UUID) -> [SQL] {
    let isOrdered = settings.order == .subject
    let order: SQL =
      isOrdered
      ? """
      update delivery d set due_at = null
      where d.endpoint_id = \(id) and d.status = 'pending' and d.due_at is not null and exists (
        select from delivery before where before.endpoint_id = d.endpoint_id and before.subject = d.subject
          and before.status = 'pending' and before.ordinal < d.ordinal)
      """
      : """
      update delivery set due_at = clock_timestamp()
      where endpoint_id = \(id) and status = 'pending' and due_at is null
      """
    return [
      """
      update endpoint set ordered = \(isOrdered), is_binary = \(settings.mode == .binary), concurrency = \(Int16(settings.concurrency)),
        per_minute = \(settings.perMinute.map { Int32($0) } as Int32?), next_slot_at = null, version = version + 1
      where id = \(id)
      """,
      order,
      // Whoever has it gives it back later, and looks itself.
      """
      update endpoint e set wake_at = (select greatest(min(due_at), clock_timestamp(), e.rest_until) from delivery
        where endpoint_id = e.id and due_at is not null having min(due_at) is not null)
      where id = \(id) and exists (select from subscription s where s.id = e.id and s.status = 'approved')
      """,
    ]
  }

  /// Notes a trial by hand.
  /// - Returns: false when the last one was less than so many seconds ago.
  static func tries(_ id: UUID, apart seconds: Int, on connection: PostgresConnection) async throws -> Bool {
    try await connection.execute(
      """
      update endpoint set tested_at = clock_timestamp()
      where id = \(id)
        and (tested_at is null or tested_at < clock_timestamp() - make_interval(secs => \(Double(seconds))))
      """) > 0
  }
}
