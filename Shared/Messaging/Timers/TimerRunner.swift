internal import FoundationEssentials
public import Logging
internal import Metrics
public import Postgres
public import ServiceLifecycle
internal import Synchronization

/// Fires the timers that are due by the business clock; what was missed while nothing ran is caught up at start.
public final class TimerRunner: Service {
  public typealias Handler = @Sendable (_ timers: [DurableTimer], _ work: UnitOfWork) async throws -> Void

  private let handlers: [String: Handler]
  private let pool: PostgresPool
  private let context: UnitOfWorkContext
  private let signal: RelaySignal
  private let interval: Duration
  private let logger: Logger
  private let fired = Metrics.Counter(label: "ecoredress_timers_fired_total")

  /// - Parameters:
  ///   - handlers: by kind of timer.
  ///   - interval: how often due timers are looked for.
  public init(
    handlers: [String: Handler], pool: PostgresPool, context: UnitOfWorkContext, signal: RelaySignal,
    interval: Duration = .milliseconds(200), logger: Logger
  ) {
    self.handlers = handlers
    self.pool = pool
    self.context = context
    self.signal = signal
    self.interval = interval
    self.logger = logger
  }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      var failures = 0
      while !Task.isCancelled {
        do {
          let count = try await self.fireDue()
          failures = 0
          if count == 0 { try await Task.sleep(for: self.interval) }
        } catch is CancellationError {
          return
        } catch {
          failures += 1
          self.logger.warning("timers could not be fired; trying again", metadata: ["reason": "\(error)"])
          try? await Task.sleep(for: .milliseconds(min(5_000, 100 << min(failures, 6))))
        }
      }
    }
  }

  /// Fires what is due now, at most a few hundred; answers how many. One that fails is put back and waits longer after
  /// each failure, while the others go on.
  public func fireDue() async throws -> Int {
    let now = context.clock.now
    let count = try await pool.withTransaction { connection in
      let due = try await TimerStore.take(due: now, limit: 200, on: connection)
      guard !due.isEmpty else { return 0 }
      var rest = due[...]
      while let first = rest.first {
        let run = rest.prefix { $0.kind == first.kind }
        rest = rest.dropFirst(run.count)
        try await self.fire(Array(run), on: connection)
      }
      return due.count
    }
    if count > 0 {
      fired.increment(by: count)
      signal.raise()
    }
    return count
  }

  private func fire(_ timers: [DurableTimer], on connection: PostgresConnection) async throws {
    guard let first = timers.first else { return }
    do {
      guard let handler = handlers[first.kind] else { throw UnknownTimerKind(kind: first.kind) }
      try await connection.withSavepoint { connection in
        let work = UnitOfWork(connection: connection, context: self.context, now: self.context.clock.now)
        try await handler(timers, work)
        try await work.flush()
      }
    } catch {
      let failure = FailureKind(error)
      if failure.transient == .outage { throw error }
      guard timers.count == 1 else {
        for timer in timers { try await fire([timer], on: connection) }
        return
      }
      logger.error(
        "a timer fails", metadata: ["kind": "\(first.kind)", "subject": "\(first.subject)", "code": "\(failure.code)"])
      try await TimerStore.putBack(first, failure: failure.summary, on: connection)
    }
  }
}
