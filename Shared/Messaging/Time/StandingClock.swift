public import FoundationEssentials
internal import Logging
public import Postgres
internal import Synchronization

/// A business clock that stands still until somebody advances it: a scenario of months takes seconds and is exact.
///
/// The instant lives in the service's schema, so that all replicas share it and a restart keeps it. Refused in
/// production by configuration.
public final class StandingClock: BusinessClock {
  private let pool: PostgresPool
  private let start: Date
  private let instant: Mutex<Date>

  /// - Parameter start: where the clock stands in a schema that has no instant yet.
  public init(pool: PostgresPool, start: Date) {
    self.pool = pool
    self.start = start
    instant = Mutex(start)
  }

  public var now: Date { instant.withLock { $0 } }

  /// Moves the clock forward; an instant in the past leaves it where it is, since time does not run back.
  /// - Returns: where the clock stands now.
  @discardableResult
  public func advance(to target: Date) async throws -> Date {
    let stands = try await pool.query(
      """
      insert into business_clock (now) values (greatest(\(target)::timestamptz, \(start)::timestamptz))
      on conflict (only_row) do update set now = greatest(business_clock.now, excluded.now)
      returning now
      """, as: Date.self)
    if let first = stands.first { instant.withLock { $0 = first } }
    return now
  }

  /// Follows what other replicas set, until cancelled.
  public func follow(every pause: Duration = .milliseconds(200)) async throws {
    while !Task.isCancelled {
      if let stands = try? await pool.query("select now from business_clock", as: Date.self).first {
        instant.withLock { $0 = stands }
      }
      try await Task.sleep(for: pause)
    }
  }
}
