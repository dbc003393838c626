import FoundationEssentials
import Kafka
import Messaging
import Postgres

/// Reads the backlog from the tables; costs a few index look-ups, however much is stored or waits.
struct BacklogReader: Sendable {
  /// Beyond so many events the exact number is of no use to anybody.
  private static let countedAtMost = 10_000

  let pool: PostgresPool
  let consumer: InboundConsumer

  func read(now: Date) async throws -> Backlog {
    let rows = try await pool.query(
      """
      with waiting as materialized (
        select o.made_at
        from (select distinct shard from outbox_tick) s
        left join outbox_published p using (shard)
        cross join lateral (
          select made_at from outbox o where o.shard = s.shard and o.id > coalesce(p.last_id, 0)
          order by o.id limit \(Self.countedAtMost)) o)
      select
        (select count(*) from (select from timer where due_at <= \(now) limit \(Self.countedAtMost)) due),
        (select min(due_at) from timer),
        (select count(*) from waiting),
        (select coalesce(extract(epoch from now() - min(made_at)), 0)::float8 from waiting),
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
