import FoundationEssentials
import Postgres

/// The deliveries' rows: one event for one endpoint each.
enum DeliveryStore {
  /// What is due first at an endpoint.
  struct Due: Sendable {
    let id: UUID
    let subject: String
    let attempts: Int
    let type: String
    let body: [UInt8]
  }

  /// A new delivery.
  struct Draft: Sendable {
    let id: UUID
    let endpointId: UUID
    let eventId: UUID
    let subject: String
  }

  /// Writes deliveries in the order given; those that are there already stay as they are. The first of a subject at an
  /// endpoint is due at once, the others when it is settled. The endpoints must be locked.
  static func insert(_ drafts: [Draft]) -> SQL {
    """
    insert into delivery (id, endpoint_id, event_id, subject, due_at)
    select n.id, n.endpoint_id, n.event_id, n.subject,
      case when n.place = 1 and not exists (
        select from delivery d where d.endpoint_id = n.endpoint_id and d.subject = n.subject and d.status = 'pending')
      then clock_timestamp() end
    from (
      select x.*, row_number() over (partition by x.endpoint_id, x.subject order by x.number) as place
      from unnest(\(drafts.map(\.id)), \(drafts.map(\.endpointId)), \(drafts.map(\.eventId)), \(drafts.map(\.subject)))
        with ordinality as x(id, endpoint_id, event_id, subject, number)
      where not exists (select from delivery known where known.id = x.id)) n
    order by n.number
    """
  }

  /// The deliveries whose turn it is, oldest first, each of another subject; reading them says that the worker is alive.
  static func due(_ endpoint: EndpointLease, limit: Int, pool: PostgresPool) async throws -> [Due] {
    try await pool.query(
      """
      with alive as (
        update endpoint set leased_until = clock_timestamp() + make_interval(secs => \(EndpointStore.leaseSeconds))
        where id = \(endpoint.id) and lease = \(endpoint.lease) returning id)
      select d.id, d.subject, d.attempts, a.type, a.body
      from alive join delivery d on d.endpoint_id = alive.id join announced_event a on a.id = d.event_id
      where d.due_at <= clock_timestamp()
      order by d.due_at, d.ordinal limit \(limit)
      """, as: (UUID, String, Int, String, [UInt8]).self
    ).map { Due(id: $0.0, subject: $0.1, attempts: $0.2, type: $0.3, body: $0.4) }
  }

  /// Ends deliveries, and lets the next of their subjects go.
  static func settle(
    _ due: [Due], of endpoint: UUID, as status: String, codes: [Int?], failure: String? = nil
  ) -> [SQL] {
    [
      """
      update delivery d set status = \(status), attempts = attempts + 1, due_at = null, settled_at = clock_timestamp(),
        last_status = n.code, last_failure = \(failure as String?)
      from unnest(\(due.map(\.id)), \(codes.map { $0.map { Int32($0) } })) as n(id, code) where d.id = n.id
      """,
      """
      update delivery d set due_at = clock_timestamp()
      from (
        select distinct on (subject) id from delivery
        where endpoint_id = \(endpoint) and subject = any(\(due.map(\.subject))) and status = 'pending'
        order by subject, ordinal) head
      where d.id = head.id and d.due_at is null
      """,
    ]
  }

  /// Puts a delivery off; those behind it wait with it.
  static func postpone(_ due: Due, by wait: Duration, code: Int?, failure: String?) -> SQL {
    """
    update delivery set attempts = attempts + 1, last_status = \(code.map { Int32($0) } as Int32?), last_failure = \(failure as String?),
      due_at = clock_timestamp() + make_interval(secs => \(wait.inSeconds))
    where id = \(due.id)
    """
  }

  /// How much is pending at an endpoint, and since when.
  static func pending(
    _ endpoint: UUID, on connection: PostgresConnection
  ) async throws -> (count: Int, oldest: Date?) {
    let row = try await connection.query(
      "select count(*), min(made_at) from delivery where endpoint_id = \(endpoint) and status = 'pending'",
      as: (Int, Date?).self
    ).first
    return (count: row?.0 ?? 0, oldest: row?.1)
  }

  /// Deletes what was settled long ago, or has waited as long at an endpoint that is switched off; a page at a time.
  /// - Returns: how many went.
  static func purge(after retention: Duration, limit: Int, pool: PostgresPool) async throws -> Int {
    let gone = try await pool.execute(
      """
      delete from delivery where id in (
        select d.id from delivery d
        where d.made_at < now() - make_interval(secs => \(retention.inSeconds))
          and (d.status <> 'pending'
            or exists (select from subscription s where s.id = d.endpoint_id and s.status = 'disabled'))
        limit \(limit))
      """)
    return gone
      + (try await pool.execute(
        """
        delete from announced_event where id in (
          select a.id from announced_event a
          where a.made_at < now() - make_interval(secs => \(retention.inSeconds))
            and not exists (select from delivery d where d.event_id = a.id)
          limit \(limit))
        """))
  }
}
