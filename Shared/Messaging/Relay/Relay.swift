internal import Contracts
internal import FoundationEssentials
public import Logging
public import Postgres
public import ServiceLifecycle
internal import Synchronization

/// Publishes the outbox: each event once on its topic and in order per key, whatever is killed when.
///
/// One task a shard. A shard belongs to the replica that holds its advisory lock; that is for liveness only, safety is
/// the fencing by `transactional.id`. On shutdown it publishes what is in the outbox first.
public final class Relay: Service {
  private let settings: RelaySettings
  private let pool: PostgresPool
  private let lockConfiguration: PostgresConfiguration
  private let broker: BrokerWatch
  private let signal: RelaySignal
  private let faults: FaultPoints
  private let logger: Logger
  private let states: Mutex<[RelayStatus]>
  private let stopping = Atomic<Bool>(false)

  public init(
    settings: RelaySettings, pool: PostgresPool, lockConfiguration: PostgresConfiguration, broker: BrokerWatch,
    signal: RelaySignal, faults: FaultPoints, logger: Logger
  ) {
    self.settings = settings
    self.pool = pool
    self.lockConfiguration = lockConfiguration
    self.broker = broker
    self.signal = signal
    self.faults = faults
    self.logger = logger
    states = Mutex(Array(repeating: RelayStatus(), count: settings.shards))
  }

  /// How each shard is doing.
  public var status: [RelayStatus] { states.withLock { $0 } }

  public func run() async throws {
    await withGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        for shard in 0..<self.settings.shards {
          group.addTask { await self.keep(shard: shard) }
        }
      }
    } onGracefulShutdown: {
      self.stopping.store(true, ordering: .releasing)
      self.signal.raise()
    }
  }

  /// Holds the shard whenever it can be had, and publishes while it does.
  private func keep(shard: Int) async {
    while !Task.isCancelled, !stopping.load(ordering: .acquiring) {
      do {
        let lock = SessionLock(
          configuration: lockConfiguration,
          key: settings.prefix.lockKey(of: settings.service, "relay.\(shard)"), logger: logger)
        let held = try await lock.whileHeld {
          self.update(shard) { $0.role = .publishing }
          try await self.publish(shard: shard)
        }
        update(shard) { $0.role = .spare }
        if !held { try await Task.sleep(for: .milliseconds(500)) }
      } catch is CancellationError {
        return
      } catch {
        report(error, shard: shard)
        try? await Task.sleep(for: error is RelayRefusal ? .seconds(3) : .milliseconds(300))
      }
    }
  }

  private func report(_ error: any Error, shard: Int) {
    update(shard) {
      $0.role = .spare
      $0.failure = String(describing: error)
      $0.refusal = error as? RelayRefusal
    }
    logger.warning(
      "the relay stopped and starts again from its position", metadata: ["shard": "\(shard)", "reason": "\(error)"])
  }

  private func publish(shard: Int) async throws {
    let store = RelayStore(pool: pool, shard: Int16(shard))
    let session = try RelaySession(settings: settings, shard: shard, store: store, faults: faults, logger: logger)
    do {
      try await broker.confirm()
      try await session.open()
      update(shard) {
        $0.failure = nil
        $0.refusal = nil
      }
      var idle = settings.pollInterval
      while true {
        try Task.checkCancellation()
        let seen = signal.count
        let began = ContinuousClock.now
        let published = try await session.publishNext()
        if published > 0 {
          idle = settings.pollInterval
          update(shard) {
            $0.published += published
            $0.lastTransaction = .now
          }
          if published < settings.batch, !stopping.load(ordering: .acquiring) {
            try await Task.sleep(until: began + settings.gather)
          }
        } else if stopping.load(ordering: .acquiring) {
          break
        } else if try await !signal.wait(beyond: seen, longest: idle) {
          // What other replicas commit is looked for ever more rarely while nothing happens.
          idle = min(idle * 2, .milliseconds(400))
        }
      }
      await session.close()
    } catch {
      // Whatever went wrong, nothing is known of the transaction: the producer goes, and the position is read anew.
      await session.close()
      throw error
    }
  }

  private func update(_ shard: Int, _ change: (inout RelayStatus) -> Void) {
    states.withLock { change(&$0[shard]) }
  }
}
