internal import Contracts
internal import FoundationEssentials
public import Logging
internal import Metrics
public import Postgres
public import ServiceLifecycle
internal import Synchronization
internal import Tracing

/// Fires the timers that are due by the business clock; what was missed while nothing ran is caught up at start.
public final class TimerRunner: Service {
  public typealias Handler = @Sendable (_ timers: [DurableTimer], _ work: UnitOfWork) async throws -> Void

  /// How many sweeps one process fires at once: while one waits for the database, the other counts.
  private static let lanes = 2

  private let handlers: [String: Handler]
  private let sweeps: [String]
  private let pool: PostgresPool
  private let context: UnitOfWorkContext
  private let signal: RelaySignal
  private let interval: Duration
  private let logger: Logger
  private let fired = Metrics.Counter(label: "ecoredress_timers_fired_total")

  /// - Parameters:
  ///   - handlers: by kind of timer.
  ///   - sweeps: likewise, of kinds of which each timer is as much work as fits a transaction: they are fired one by one,
  ///     and several at once, here and by other replicas, so that what is done takes the shorter the more there are.
  ///   - interval: how often due timers are looked for.
  public init(
    handlers: [String: Handler], sweeps: [String: Handler] = [:], pool: PostgresPool, context: UnitOfWorkContext,
    signal: RelaySignal, interval: Duration = .milliseconds(200), logger: Logger
  ) {
    self.handlers = handlers.merging(sweeps) { $1 }
    self.sweeps = sweeps.keys.sorted()
    self.pool = pool
    self.context = context
    self.signal = signal
    self.interval = interval
    self.logger = logger
  }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      await withDiscardingTaskGroup { group in
        group.addTask { await self.keepFiring { try await self.fireDue() } }
        guard !self.sweeps.isEmpty else { return }
        for _ in 1..<Self.lanes { group.addTask { await self.keepFiring { try await self.fire(sweeps: true) } } }
      }
    }
  }

  private func keepFiring(_ fire: () async throws -> Int) async {
    var failures = 0
    while !Task.isCancelled {
      do {
        let count = try await fire()
        failures = 0
        if count == 0 { try await Task.sleep(for: interval) }
      } catch is CancellationError {
        return
      } catch {
        failures += 1
        logger.warning("timers could not be fired; trying again", metadata: ["reason": "\(error)"])
        try? await Task.sleep(for: .milliseconds(min(5_000, 100 << min(failures, 6))))
      }
    }
  }

  /// Fires what is due now, at most a few hundred, or one sweep when it is nothing else; answers how many. One that fails is
  /// put back and waits longer after each failure, while the others go on.
  public func fireDue() async throws -> Int {
    let count = try await fire(sweeps: false)
    return count > 0 || sweeps.isEmpty ? count : try await fire(sweeps: true)
  }

  private func fire(sweeps isSweep: Bool) async throws -> Int {
    let now = context.clock.now
    let (count, spans) = try await pool.withTransaction(retries: 5) { connection in
      let due = try await TimerStore.take(
        due: now, of: self.sweeps, isAmong: isSweep, limit: isSweep ? 1 : 200, on: connection)
      var spans: [any Span] = []
      var rest = due[...]
      while let first = rest.first {
        let run = rest.prefix { $0.kind == first.kind }
        rest = rest.dropFirst(run.count)
        spans += try await self.fire(Array(run), on: connection)
      }
      return (due.count, spans)
    }
    for span in spans { span.end() }
    if count > 0 {
      fired.increment(by: count)
      signal.raise()
    }
    return count
  }

  /// Fires timers of one kind; answers the spans to be ended with the commit.
  private func fire(_ timers: [DurableTimer], on connection: PostgresConnection) async throws -> [any Span] {
    guard let first = timers.first else { return [] }
    let span = TimerSpan.fire(first.kind, count: timers.count, tracer: context.tracer)
    do {
      guard let handler = handlers[first.kind] else { throw UnknownTimerKind(kind: first.kind) }
      return try await ServiceContext.$current.withValue(span?.context) {
        try await connection.withSavepoint { connection in
          let work = UnitOfWork(connection: connection, context: self.context, now: self.context.clock.now)
          try await handler(timers, work)
          try await work.flush()
          return (span.map { [$0] } ?? []) + work.spans
        }
      }
    } catch {
      let failure = FailureKind(error)
      if [.outage, .contention].contains(failure.transient) { throw error }
      guard timers.count == 1 else {
        var spans: [any Span] = []
        for timer in timers { spans += try await fire([timer], on: connection) }
        return spans
      }
      ServiceContext.$current.withValue(span?.context) {
        logger.error(
          "a timer fails",
          metadata: [
            "kind": "\(first.kind)", "timer": "\(first.id.lowercased)",
            "subject": "\(SubjectHash.text(of: first.subject))", "code": "\(failure.code)",
          ])
      }
      try await TimerStore.putBack(first, failure: failure.summary, on: connection)
      guard let span else { return [] }
      span.attributes["error.type"] = failure.code
      span.setStatus(SpanStatus(code: .error))
      return [span]
    }
  }
}
