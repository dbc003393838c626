internal import FoundationEssentials
public import Kafka
public import Logging
internal import Metrics
public import Postgres
public import ServiceLifecycle
internal import Synchronization

/// The consumer of a service: takes the events of its topics in, each with its effect once, whatever is killed when.
///
/// A member of the service's consumer group; the positions are PostgreSQL's. Rebuilds its Kafka client after a fatal
/// error, waits out a database or broker that is away, and never leaves the process with work half done.
public final class InboundConsumer: Service {
  public struct Settings: Sendable {
    public var kafka: KafkaSettings
    public var group: String
    public var limits: KafkaBatchLimits

    public init(kafka: KafkaSettings, group: String, limits: KafkaBatchLimits) {
      self.kafka = kafka
      self.group = group
      self.limits = limits
    }
  }

  private let settings: Settings
  private let subscriptions: [String: Subscription]
  private let pool: PostgresPool
  private let context: UnitOfWorkContext
  private let broker: BrokerWatch
  private let signal: RelaySignal
  private let faults: FaultPoints
  private let logger: Logger
  private let stopping = Atomic<Bool>(false)
  private let consumer: Mutex<KafkaConsumer?> = Mutex(nil)
  private let state: Mutex<InboundStatus> = Mutex(InboundStatus())
  private let held: Mutex<HeldPlaces> = Mutex(HeldPlaces())

  public init(
    settings: Settings, subscriptions: [Subscription], pool: PostgresPool, context: UnitOfWorkContext,
    broker: BrokerWatch, signal: RelaySignal, faults: FaultPoints, logger: Logger
  ) {
    self.settings = settings
    self.subscriptions = Dictionary(subscriptions.map { ($0.topic, $0) }) { first, _ in first }
    self.pool = pool
    self.context = context
    self.broker = broker
    self.signal = signal
    self.faults = faults
    self.logger = logger
  }

  /// How the consumer is doing, for health and metrics.
  public var status: InboundStatus {
    var status = state.withLock { $0 }
    if let consumer = consumer.withLock({ $0 }) { status.kafka = held.withLock { $0 }.shown(in: consumer.status) }
    if status.kafka?.isSubscribed == true { status.clientFailure = nil }
    return status
  }

  public func run() async throws {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.followPauses() }
      group.addTask { await self.followHeld() }
      await self.rebuildAndConsume()
      group.cancelAll()
    }
  }

  /// Has positions asked for anew when what an operator holds back has changed.
  private func followPauses() async {
    // None, and not what is found at first: positions may have been asked for already, before one that is found now was made.
    var known: [Pause] = []
    while !Task.isCancelled {
      // With the database away nothing is taken in anyway, and the consumer says so.
      if let pauses = try? await pool.withConnection({ try await PauseStore.all(on: $0) }) {
        if known != pauses { consumer.withLock { $0 }?.askAgain() }
        known = pauses
      }
      try? await Task.sleep(for: .seconds(1))
    }
  }

  /// Looks how far what is assigned and not read has grown.
  private func followHeld() async {
    while !Task.isCancelled {
      let partitions = consumer.withLock { $0 }?.status.held.keys.sorted() ?? []
      if let places = try? await HeldPlaces.read(partitions, broker: broker, pool: pool) {
        held.withLock { $0 = places }
      }
      try? await Task.sleep(for: .seconds(5))
    }
  }

  private func rebuildAndConsume() async {
    await withGracefulShutdownHandler {
      while !Task.isCancelled, !self.stopping.load(ordering: .acquiring) {
        do {
          try await self.consume()
        } catch {
          self.state.withLock { $0.clientFailure = "the Kafka client failed: \(error)" }
          self.logger.error("the consumer's Kafka client failed; it is rebuilt", metadata: ["reason": "\(error)"])
          try? await Task.sleep(for: .seconds(1))
        }
      }
    } onGracefulShutdown: {
      self.stopping.store(true, ordering: .releasing)
      self.consumer.withLock { $0 }?.shutdown()
    }
  }

  private func consume() async throws {
    let client = try KafkaConsumer(
      settings: settings.kafka, group: settings.group, topics: subscriptions.keys.sorted(), limits: settings.limits,
      logger: logger)
    consumer.withLock { $0 = client }
    // Asked to end while there was no client to tell: nobody would end this one in order.
    if stopping.load(ordering: .acquiring) { client.shutdown() }
    defer { consumer.withLock { $0 = nil } }
    try await client.run(
      delegate: InboundDelegate(
        client: client, subscriptions: subscriptions, pool: pool, broker: broker, signal: signal, faults: faults,
        logger: logger, positions: PositionStore(owner: UUID()), context: context,
        report: { update in self.state.withLock { update(&$0) } }))
  }
}
