import FoundationEssentials
import Postgres

/// Writes what visits came to: a handful of statements, however many endpoints were visited.
enum SettlementStore {
  /// An endpoint that is still the worker's, as it stands now that nobody else can change it.
  struct Held: Sendable {
    let health: EndpointHealth
    let agency: String
    let sequence: Int64
    let regions: [String]
  }

  /// One delivery after an attempt.
  struct Settled: Sendable {
    let endpoint: UUID
    let attempt: DeliveryAttempt
    let fate: DeliveryFate
  }

  /// One endpoint after a visit.
  struct Visited: Sendable {
    let endpoint: UUID
    let judgement: VisitJudgement
    let hour: EndpointHour
    let last: DeliveryAttempt?
    let nextSlot: Date?
  }

  /// Locks the endpoints that these leases still hold, in the order of their ids.
  static func lock(_ leases: [EndpointLease], on connection: PostgresConnection) async throws -> [UUID: Held] {
    let results = try await connection.pipeline([
      """
      select 1 from endpoint e join unnest(\(leases.map(\.id)), \(leases.map(\.lease))) as n(id, lease)
        on e.id = n.id and e.lease = n.lease
      order by e.id for update of e
      """,
      """
      select e.id, e.failing_since, e.failing_attempts, e.openings, e.rest_until, e.warned_at, s.agency, s.sequence,
        s.regions
      from unnest(\(leases.map(\.id)), \(leases.map(\.lease))) as n(id, lease)
        join endpoint e on e.id = n.id and e.lease = n.lease
        join subscription s on s.id = e.id
      where s.status = 'approved'
      """,
    ])
    let rows = try results[1].rows(as: (UUID, Date?, Int, Int, Date?, Date?, String, Int64, [String]).self)
    return Dictionary(
      rows.map { row in
        let health = EndpointHealth(
          failingSince: row.1, failures: row.2, openings: row.3, restUntil: row.4, warnedAt: row.5)
        return (row.0, Held(health: health, agency: row.6, sequence: row.7, regions: row.8))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Ends deliveries or puts them off, and notes the attempts that failed.
  static func deliveries(_ settled: [Settled]) -> [SQL] {
    let failed = settled.filter { $0.fate != .delivered }
    var statements: [SQL] = [
      """
      update delivery d set status = n.status, attempts = d.attempts + 1, round = d.round + 1,
        due_at = case when n.status = 'pending' then clock_timestamp() + make_interval(secs => n.wait) end,
        settled_at = case when n.status <> 'pending' then clock_timestamp() end,
        last_status = n.code, last_failure = n.failure, milliseconds = n.milliseconds
      from unnest(\(settled.map(\.attempt.delivery.id)), \(settled.map { status($0.fate) }),
        \(settled.map { wait($0.fate) }), \(settled.map { code($0.attempt) }),
        \(settled.map(\.attempt.verdict.failure)), \(settled.map { Int32(clamping: $0.attempt.milliseconds) }))
        as n(id, status, wait, code, failure, milliseconds)
      where d.id = n.id
      """
    ]
    if !failed.isEmpty {
      statements.append(
        """
        insert into delivery_attempt (delivery_id, endpoint_id, number, made_at, status, failure, milliseconds)
        select n.*
        from unnest(\(failed.map(\.attempt.delivery.id)), \(failed.map(\.endpoint)),
          \(failed.map { Int32(clamping: $0.attempt.delivery.attempts + 1) }), \(failed.map(\.attempt.endedAt)),
          \(failed.map { code($0.attempt) }), \(failed.map { $0.attempt.verdict.failure ?? "status" }),
          \(failed.map { Int32(clamping: $0.attempt.milliseconds) })) as n
        """)
    }
    return statements
  }

  /// Lets the next of each subject go that was settled at an endpoint that keeps order.
  static func advance(_ settled: [Settled]) -> SQL {
    """
    update delivery d set due_at = clock_timestamp()
    from unnest(\(settled.map(\.endpoint)), \(settled.map(\.attempt.delivery.subject))) as n(endpoint, subject)
      join endpoint e on e.id = n.endpoint and e.ordered
      cross join lateral (
        select p.id from delivery p
        where p.endpoint_id = n.endpoint and p.subject = n.subject and p.status = 'pending'
        order by p.ordinal limit 1) head
    where d.id = head.id and d.due_at is null
    """
  }

  /// Notes how the endpoints are, and gives them back: each wakes when its next delivery is due.
  static func endpoints(_ visited: [Visited]) -> SQL {
    let health = visited.map(\.judgement.health)
    return """
      update endpoint e set delivered = e.delivered + n.delivered, failed = e.failed + n.failed,
        exhausted = e.exhausted + n.exhausted, failing_since = n.failing_since, failing_attempts = n.failures,
        openings = n.openings, rest_until = n.rest_until, warned_at = n.warned_at, is_slow = n.is_slow,
        last_attempt_at = clock_timestamp(),
        last_success_at = case when n.delivered > 0 then clock_timestamp() else e.last_success_at end,
        last_status = n.code, last_failure = n.failure, next_slot_at = n.next_slot, lease = null, leased_until = null,
        wake_at = (select greatest(min(due_at), clock_timestamp(), n.rest_until, n.next_slot) from delivery
          where endpoint_id = e.id and due_at is not null having min(due_at) is not null)
      from unnest(\(visited.map(\.endpoint)), \(visited.map(\.hour.delivered)), \(visited.map(\.hour.failed)),
        \(visited.map(\.hour.exhausted)), \(health.map(\.failingSince)), \(health.map { Int32(clamping: $0.failures) }),
        \(health.map { Int32(clamping: $0.openings) }), \(health.map(\.restUntil)), \(health.map(\.warnedAt)),
        \(visited.map(\.judgement.isSlow)), \(visited.map { $0.last.flatMap { code($0) } }),
        \(visited.map { $0.last?.verdict.failure }), \(visited.map(\.nextSlot)))
        as n(id, delivered, failed, exhausted, failing_since, failures, openings, rest_until, warned_at, is_slow, code,
          failure, next_slot)
      where e.id = n.id
      """
  }

  /// Gives endpoints back that had nothing to do, or whose visit was cut off.
  static func release(_ leases: [EndpointLease]) -> SQL {
    """
    update endpoint e set lease = null, leased_until = null, next_slot_at = n.next_slot,
      wake_at = (select greatest(min(due_at), clock_timestamp(), e.rest_until, n.next_slot) from delivery
        where endpoint_id = e.id and due_at is not null having min(due_at) is not null)
    from unnest(\(leases.map(\.id)), \(leases.map(\.lease)), \(leases.map(\.pace.nextSlot))) as n(id, lease, next_slot)
    where e.id = n.id and e.lease = n.lease
    """
  }

  private static func status(_ fate: DeliveryFate) -> String {
    switch fate {
    case .delivered: "delivered"
    case .exhausted: "exhausted"
    case .retried, .waits: "pending"
    }
  }

  private static func wait(_ fate: DeliveryFate) -> Double {
    if case .retried(let wait) = fate { wait.inSeconds } else { 0 }
  }

  private static func code(_ attempt: DeliveryAttempt) -> Int32? { attempt.verdict.status.map { Int32(clamping: $0) } }
}
