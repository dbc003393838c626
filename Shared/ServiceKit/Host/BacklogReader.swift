import FoundationEssentials
import Kafka
import Messaging
import Postgres

/// Reads the backlog from the tables; costs a few index look-ups, however much is stored or waits.
struct BacklogReader: Sendable {
  /// Beyond so many events the exact number is of no use to anybody.
  private static let countedAtMost = 10_000

  let pool: PostgresPool
  /// Nil in a subcommand, which takes nothing in.
  let consumer: InboundConsumer?

  func read(now: Date) async throws -> Backlog {
    let rows = try await pool.query(
      """
      with waiting as materialized (\(unescaped: WaitingEvents.query(most: Self.countedAtMost)))
      select
        (select count(*) from (select from timer where due_at <= \(now) limit \(Self.countedAtMost)) due),
        (select min(due_at) from timer),
        (select count(*) from waiting),
        (select coalesce(extract(epoch from now() - min(made_at)), 0)::float8 from waiting),
        (select count(*) from (
          select from timer where due_at <= \(now) and attempts > 0 limit \(Self.countedAtMost)) failing),
        (select count(*) from inbound_pause)
      """, as: (Int, Date?, Int, Double, Int, Int).self)
    let row = rows.first ?? (0, nil, 0, 0, 0, 0)
    let held = try await pool.query(
      "select code, count(*) from dead_letter where state in ('parked', 'waiting') group by code",
      as: (String, Int).self)
    let lag = consumer?.status.kafka?.wholeLag.map { Int($0) }
    return Backlog(
      timersDue: row.0, timersFailing: row.4, nextTimer: row.1, outbox: row.2, outboxAge: row.3, inbound: lag,
      held: held.reduce(0) { $0 + $1.1 }, heldByCode: Dictionary(held) { $0 + $1 }, pauses: row.5)
  }
}
