internal import FoundationEssentials
internal import Postgres

/// The timers' rows.
enum TimerStore {
  static func set(_ timers: [DurableTimer]) -> SQL {
    """
    insert into timer (id, kind, subject, due_at, data)
    select * from unnest(\(timers.map(\.id)), \(timers.map(\.kind)), \(timers.map(\.subject)),
      \(timers.map(\.due)), \(timers.map(\.data)))
    on conflict (id) do update
    set due_at = excluded.due_at, data = excluded.data, attempts = 0, retry_at = null, failure = null
    """
  }

  /// Takes due timers for this transaction, oldest first; those another replica holds are passed over.
  /// - Parameters:
  ///   - kinds: of these alone where `isAmong`, else of all others.
  static func take(
    due now: Date, of kinds: [String], isAmong: Bool, limit: Int, on connection: PostgresConnection
  ) async throws -> [DurableTimer] {
    let rows = try await connection.query(
      """
      delete from timer where id in (
        select id from timer
        where due_at <= \(now) and (retry_at is null or retry_at <= clock_timestamp())
          and (kind = any(\(kinds))) = \(isAmong)
        order by due_at, subject limit \(limit) for update skip locked)
      returning id, kind, subject, due_at, data, attempts
      """, as: (UUID, String, String, Date, [UInt8], Int).self)
    return rows.map { DurableTimer(id: $0.0, kind: $0.1, subject: $0.2, due: $0.3, data: $0.4, attempts: $0.5) }
      .sorted { ($0.due, $0.subject, $0.kind) < ($1.due, $1.subject, $1.kind) }
  }

  /// Puts a timer back whose effect failed; it waits longer after each failure, at most an hour.
  static func putBack(_ timer: DurableTimer, failure: String, on connection: PostgresConnection) async throws {
    _ = try await connection.execute(
      """
      insert into timer (id, kind, subject, due_at, data, attempts, failure, retry_at)
      values (\(timer.id), \(timer.kind), \(timer.subject), \(timer.due), \(timer.data), \(timer.attempts + 1),
        \(failure), clock_timestamp()
          + least(interval '1 hour', interval '1 second' * power(2, \(min(timer.attempts, 12)))))
      on conflict (id) do nothing
      """)
  }
}
