internal import FoundationEssentials
public import Logging
public import Postgres
public import ServiceLifecycle

/// Keeps the messaging tables small and the state topics complete: makes the outbox's coming days, drops published old
/// ones and dead letters of long ago, turns the inbox's generation, refills state topics after the broker lost its data.
public final class Upkeep: Service {
  /// Writes a page of current public states into the unit of work; answers the last key, or nil at the end.
  public typealias StatePage = @Sendable (_ after: String, _ work: UnitOfWork) async throws -> String?

  public struct Retention: Sendable {
    /// How long published events stay in the outbox.
    public var outbox: Duration
    /// How long one generation of the inbox is written; ids are known for twice to three times as long.
    public var inboxGeneration: Duration
    /// How long dead letters stay that are not held.
    public var deadLetters: Duration

    public init(
      outbox: Duration = .seconds(8 * 86_400), inboxGeneration: Duration = .seconds(15 * 86_400),
      deadLetters: Duration = .seconds(365 * 86_400)
    ) {
      self.outbox = outbox
      self.inboxGeneration = inboxGeneration
      self.deadLetters = deadLetters
    }
  }

  private let pool: PostgresPool
  private let runner: UnitOfWorkRunner
  private let retention: Retention
  private let statePage: StatePage
  private let logger: Logger

  public init(
    pool: PostgresPool, runner: UnitOfWorkRunner, retention: Retention, statePage: @escaping StatePage, logger: Logger
  ) {
    self.pool = pool
    self.runner = runner
    self.retention = retention
    self.statePage = statePage
    self.logger = logger
  }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      var next = ContinuousClock.now
      while !Task.isCancelled {
        do {
          if ContinuousClock.now >= next {
            try await self.tidy()
            next = ContinuousClock.now + .seconds(900)
          }
          try await self.refillStates()
        } catch is CancellationError {
          return
        } catch {
          self.logger.warning("upkeep failed; trying again", metadata: ["reason": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(5))
      }
    }
  }

  /// One round of housekeeping.
  func tidy() async throws {
    _ = try await pool.query(
      "select outbox_upkeep(make_interval(secs => \(retention.outbox / .seconds(1))))", as: Int.self)
    _ = try await pool.query(
      "select inbox_rotate(make_interval(secs => \(retention.inboxGeneration / .seconds(1))))", as: Bool.self)
    while try await dropOldDeadLetters(limit: 5_000) > 0 {}
  }

  /// Refused messages name petitioners, sealed as they are: they go when nobody asks for them any more.
  private func dropOldDeadLetters(limit: Int) async throws -> Int {
    try await pool.execute(
      """
      delete from dead_letter where id in (
        select id from dead_letter
        where state in ('rejected', 'redriven', 'discarded')
          and made_at < now() - make_interval(secs => \(retention.deadLetters / .seconds(1)))
        order by made_at limit \(limit) for update skip locked)
      """)
  }

  /// Goes on with a refill of the state topics, when one is due, until it is done.
  func refillStates() async throws {
    while try await refillPage() {}
  }

  private func refillPage() async throws -> Bool {
    try await runner.run { work in
      let after = try await work.connection.query(
        "select value from messaging_setting where name = 'state.refill' for update skip locked", as: String.self
      ).first
      guard let after else { return false }
      if let last = try await self.statePage(after, work) {
        _ = try await work.connection.execute(
          "update messaging_setting set value = \(last) where name = 'state.refill'")
        return true
      }
      _ = try await work.connection.execute("delete from messaging_setting where name = 'state.refill'")
      self.logger.notice("the state topics are filled again from the tables")
      return false
    }
  }
}
