import FoundationEssentials
import Postgres

/// Puts deliveries in line again. Their ids stay: a receiver that has one after all knows it.
enum DeliveryReplayStore {
  /// Of these, those that are settled wait again; the endpoint must be locked. In an ordered endpoint one whose subject
  /// has something pending waits for that, and of several of one subject the oldest is due first.
  /// - Parameter statuses: those that are wanted again.
  static func again(_ ids: [UUID], of endpoint: UUID, statuses: [String]) -> SQL {
    """
    update delivery d set status = 'pending', round = 0, replays = d.replays + 1, settled_at = null,
      due_at = case when not n.ordered or n.place = 1 and not n.waits then clock_timestamp() end
    from (
      select x.id, e.ordered, row_number() over (partition by x.subject order by x.ordinal) as place,
        exists (select from delivery p
          where p.endpoint_id = x.endpoint_id and p.subject = x.subject and p.status = 'pending') as waits
      from delivery x join endpoint e on e.id = x.endpoint_id
      where x.endpoint_id = \(endpoint) and x.id = any(\(ids)) and x.status = any(\(statuses))) n
    where d.id = n.id
    """
  }

  /// A page of deliveries that were made in a span of time and given up, in the order they were made.
  static func failed(
    of endpoint: UUID, since: Date, until: Date, after ordinal: Int64, limit: Int, on connection: PostgresConnection
  ) async throws -> [(id: UUID, ordinal: Int64)] {
    try await connection.query(
      """
      select id, ordinal from delivery
      where endpoint_id = \(endpoint) and status = 'exhausted' and ordinal > \(ordinal)
        and made_at >= \(since) and made_at < \(until)
      order by ordinal limit \(limit)
      """, as: (UUID, Int64).self
    ).map { (id: $0.0, ordinal: $0.1) }
  }
}
