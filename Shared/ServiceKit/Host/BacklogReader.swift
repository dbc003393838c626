import FoundationEssentials
import Kafka
import Messaging
import Postgres

/// Reads the backlog from the tables; costs a few index look-ups.
struct BacklogReader: Sendable {
  let pool: PostgresPool
  let consumer: InboundConsumer

  func read(now: Date) async throws -> Backlog {
    let rows = try await pool.query(
      """
      select
        (select count(*) from timer where due_at <= \(now)),
        (select min(due_at) from timer),
        (select count(*) from outbox o, lateral (
           select greatest(coalesce(p.last_id, 0), 0) as passed
           from (select) one left join outbox_published p on p.shard = o.shard) known
         where o.id > known.passed),
        (select coalesce(extract(epoch from now() - min(o.made_at)), 0)::float8
         from outbox o left join outbox_published p on p.shard = o.shard
         where o.id > coalesce(p.last_id, 0) and o.made_at > now() - interval '1 day'),
        (select count(*) from dead_letter where state in ('parked', 'waiting'))
      """, as: (Int, Date?, Int, Double, Int).self)
    let row = rows.first ?? (0, nil, 0, 0, 0)
    let lag = consumer.status.kafka.flatMap { status in
      status.isReading ? status.lag.values.reduce(0) { $0 + Int($1) } : nil
    }
    return Backlog(
      timersDue: row.0, nextTimer: row.1, outbox: row.2, outboxAge: row.3, inbound: lag, held: row.4)
  }
}
