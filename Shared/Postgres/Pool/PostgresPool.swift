public import Logging
internal import Synchronization

/// Connections shared by all of a service's work.
///
/// Connections are opened when wanted, up to the maximum; who waits is served in the order of coming, until the
/// acquire deadline. When the database goes away, callers get a transient error; when it is back, so is the pool.
/// `run()` keeps the minimum open and closes what is idle; without it the pool works all the same.
public final class PostgresPool: Sendable {
  public let configuration: PostgresConfiguration
  private let logger: Logger
  private let state: Mutex<PoolState>

  public init(configuration: PostgresConfiguration, logger: Logger) {
    self.configuration = configuration
    self.logger = logger
    self.state = Mutex(PoolState(maximum: configuration.maximumConnections))
  }

  public var statistics: PostgresPoolStatistics { state.withLock { $0.snapshot } }

  /// The reason why the last attempt to connect failed; nil when it succeeded.
  public var lastConnectFailure: PostgresError? { state.withLock { $0.lastFailure } }

  // MARK: Leases

  func acquire() async throws(PostgresError) -> PoolEntry {
    let deadline = ContinuousClock.now + configuration.acquireTimeout
    while true {
      let entry = try await take(until: deadline)
      let suspectBefore = state.withLock { $0.suspectBefore }
      let isSuspect = suspectBefore.map { entry.idleSince <= $0 } ?? false
      guard isSuspect || entry.idleSince.duration(to: .now) > .milliseconds(500) else { return entry }
      if await entry.connection.isAlive() { return entry }
      discard(isLost: true)
    }
  }

  private func take(until deadline: ContinuousClock.Instant) async throws(PostgresError) -> PoolEntry {
    if Task.isCancelled { throw Self.cancelled }
    let id: UInt64
    switch state.withLock({ state in (state.acquire(), state.waiterID()) }) {
    case (.lease(let entry), _): return entry
    case (.closed, _): throw Self.closed
    case (.wait, let waiter): id = waiter
    }
    let timer = Task {
      guard (try? await Task.sleep(until: deadline, clock: .continuous)) != nil else { return }
      self.expire(id)
    }
    defer { timer.cancel() }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isRefused = state.withLock { state in
          if state.isClosed { return true }
          state.enqueue(PoolWaiter(id: id, since: .now, continuation: continuation))
          return false
        }
        if isRefused { return continuation.resume(returning: .failure(Self.closed)) }
        // The handler may have run before there was a waiter to take out.
        if Task.isCancelled { self.fail(id, Self.cancelled) }
        openWhatIsMissing()
      }
    } onCancel: {
      self.fail(id, Self.cancelled)
    }
    return try result.get()
  }

  private static let cancelled = PostgresError(.cancelled, "the task was cancelled while waiting for a connection")
  private static let closed = PostgresError(.poolClosed, "the pool has been shut down")

  private func fail(_ id: UInt64, _ error: PostgresError) {
    state.withLock { $0.removeWaiter(id, timedOut: false) }?.continuation.resume(returning: .failure(error))
  }

  private func expire(_ id: UInt64) {
    let (waiter, statistics, failure) = state.withLock {
      ($0.removeWaiter(id, timedOut: true), $0.snapshot, $0.lastFailure)
    }
    var message = "no connection within \(configuration.acquireTimeout)"
    message += " (\(statistics.inUse) of \(configuration.maximumConnections) in use, \(statistics.waiting) waiting)"
    if let failure { message += "; last attempt: \(failure.message)" }
    waiter?.continuation.resume(returning: .failure(PostgresError(.acquireTimeout, message)))
  }

  func release(_ entry: PoolEntry) async {
    if !entry.connection.condition.isReady { await entry.connection.rollback() }
    let isTooOld = entry.opened.duration(to: .now) > configuration.connectionLifetime
    guard entry.connection.condition.isReady, !isTooOld else {
      if isTooOld { await entry.connection.close() }
      return discard(isLost: !isTooOld)
    }
    var entry = entry
    entry.idleSince = .now
    let waiter = state.withLock { $0.release(entry) }
    waiter?.continuation.resume(returning: .success(entry))
  }

  private func discard(isLost: Bool) {
    state.withLock { $0.discard(isLost: isLost) }
    openWhatIsMissing()
  }

  // MARK: Opening

  private func openWhatIsMissing(minimum: Int = 0) {
    let count = state.withLock { $0.connectionsToOpen(minimum: minimum) }
    for _ in 0..<count { Task { await self.openOne() } }
  }

  private func openOne() async {
    var pause = Duration.milliseconds(50)
    while true {
      do throws(PostgresError) {
        let connection = try await PostgresConnection.connect(configuration, logger: logger)
        let entry = PoolEntry(connection: connection, opened: .now, idleSince: .now)
        let waiter = state.withLock { $0.opened(entry) }
        waiter?.continuation.resume(returning: .success(entry))
        return openWhatIsMissing()
      } catch {
        logger.info("no connection to the database", metadata: ["reason": "\(error.message)"])
        guard state.withLock({ $0.failedToOpen(error) }) else { return }
      }
      try? await Task.sleep(for: pause)
      pause = min(pause * 2, .seconds(1))
    }
  }

  // MARK: Lifecycle

  /// Keeps the minimum open and closes what is idle for too long, until its task is cancelled; then shuts down.
  public func run() async throws {
    while !Task.isCancelled {
      let idleBefore = ContinuousClock.now - configuration.idleTimeout
      let reaped = state.withLock { $0.reap(idleBefore: idleBefore, minimum: configuration.minimumConnections) }
      for entry in reaped { await entry.connection.close() }
      openWhatIsMissing(minimum: configuration.minimumConnections)
      try? await Task.sleep(for: .seconds(1))
    }
    await shutdown()
  }

  /// Refuses new leases and those waiting, waits for those under way up to `drainTimeout`, closes what is idle.
  public func shutdown() async {
    let (idle, waiters) = state.withLock { $0.close() }
    for waiter in waiters { waiter.continuation.resume(returning: .failure(Self.closed)) }
    for entry in idle { await entry.connection.close() }
    let deadline = ContinuousClock.now + configuration.drainTimeout
    // In a task of its own, since the caller's may be cancelled, and a cancelled task cannot sleep.
    await Task {
      while ContinuousClock.now < deadline, self.statistics.inUse + self.statistics.opening > 0 {
        try? await Task.sleep(for: .milliseconds(10))
      }
    }.value
  }
}
