import FoundationEssentials
import Postgres

/// The deliveries' rows: one event for one endpoint each.
enum DeliveryStore {
  /// A new delivery.
  struct Draft: Sendable {
    let id: UUID
    let endpointId: UUID
    let eventId: UUID
    let subject: String
  }

  /// Writes deliveries in the order given; those that are there already stay as they are. Each is due at once, but of an
  /// endpoint that keeps order only the first of a subject is, and the others when it is settled. The endpoints must be
  /// locked.
  static func insert(_ drafts: [Draft]) -> SQL {
    """
    insert into delivery (id, endpoint_id, event_id, subject, due_at)
    select n.id, n.endpoint_id, n.event_id, n.subject,
      case when not e.ordered or n.place = 1 and not exists (
        select from delivery d where d.endpoint_id = n.endpoint_id and d.subject = n.subject and d.status = 'pending')
      then clock_timestamp() end
    from (
      select x.*, row_number() over (partition by x.endpoint_id, x.subject order by x.number) as place
      from unnest(\(drafts.map(\.id)), \(drafts.map(\.endpointId)), \(drafts.map(\.eventId)), \(drafts.map(\.subject)))
        with ordinality as x(id, endpoint_id, event_id, subject, number)
      where not exists (select from delivery known where known.id = x.id)) n
      join endpoint e on e.id = n.endpoint_id
    order by n.number
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

  /// Deletes failed attempts of long ago and hours that no statistics show any more; a page at a time.
  /// - Returns: how many went.
  static func purgeHistory(after retention: Duration, limit: Int, pool: PostgresPool) async throws -> Int {
    let attempts = try await pool.execute(
      """
      delete from delivery_attempt where ctid = any(array(
        select ctid from delivery_attempt where made_at < now() - make_interval(secs => \(retention.inSeconds))
        limit \(limit)))
      """)
    return attempts
      + (try await pool.execute(
        """
        delete from endpoint_hour where (endpoint_id, hour) in (
          select endpoint_id, hour from endpoint_hour
          where hour < now() - make_interval(days => \(Int32(EndpointHour.keptDays))) limit \(limit))
        """))
  }
}
