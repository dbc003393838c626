import FoundationEssentials
import Kafka
import Logging
import Messaging
import Metrics
import Postgres
import ServiceLifecycle

/// Looks at the parts of a service twice a second, and says in `/readyz` and the metrics how they are.
struct HealthWatch: Service {
  /// Counts the deadlines that end before an instant.
  typealias Deadlines = @Sendable (_ soon: Date, _ connection: PostgresConnection) async throws -> [DeadlineCount]

  /// How near a deadline is when it is called near: time to act in, for most of the periods are weeks.
  private static let nearness: TimeInterval = 3 * 86_400

  private let pool: PostgresPool
  private let migrator: Migrator
  private let rules: RuleBook
  private let consumer: InboundConsumer
  private let relay: Relay
  private let logger: Logger
  private let database: HealthReporter
  private let schema: HealthReporter
  private let inbound: HealthReporter
  private let outbound: HealthReporter
  private let deadlines: Deadlines
  private let mostConnections: Int
  private let clock: any BusinessClock
  let backlog: BacklogReader
  let lag = LagBoard()

  init(
    pool: PostgresPool, migrator: Migrator, rules: RuleBook, consumer: InboundConsumer, relay: Relay,
    health: HealthRegistry, mostConnections: Int, clock: any BusinessClock, deadlines: @escaping Deadlines,
    logger: Logger
  ) {
    self.pool = pool
    self.migrator = migrator
    self.rules = rules
    self.consumer = consumer
    self.relay = relay
    self.logger = logger
    self.mostConnections = mostConnections
    self.clock = clock
    self.deadlines = deadlines
    backlog = BacklogReader(pool: pool, consumer: consumer)
    database = health.register("database", .required)
    schema = health.register("migrations", .required)
    inbound = health.register("consumer", .optional)
    outbound = health.register("relay", .optional)
  }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var round = 0
      var metrics = BacklogMetrics()
      while !Task.isCancelled {
        await self.look(round: round, metrics: &metrics)
        round += 1
        try? await Task.sleep(for: .milliseconds(500))
      }
    }
  }

  private func look(round: Int, metrics: inout BacklogMetrics) async {
    inbound.report(HealthState(consumer.status, at: Date()))
    outbound.report(outboundState())
    if round % 4 == 0 {
      // What needs no connection is shown also when none is to be had: that is when it matters.
      if let seen = metrics.show(consumer.status.kafka) { lag.note(seen) }
      metrics.show(pool.statistics, most: mostConnections)
    }
    do {
      _ = try await pool.query("select 1", as: Int.self)
      database.report(.ok)
      if round % 20 == 0 {
        let pending = try await migrator.pending()
        schema.report(pending.isEmpty ? .ok : .down(reason: "\(pending.count) migrations are pending: run migrate"))
        let documents = try await pool.withConnection { try await RuleStore(connection: $0).active() }
        if try rules.follow(documents) { logger.notice("new rules are in force") }
        if pending.isEmpty { try await followLogLevels() }
      }
      await measure(round: round, metrics: &metrics)
    } catch {
      // A database that is away must not keep a level in force that is over.
      LogLevels.process.expire(now: Date())
      database.report(.down(reason: "the database cannot be reached: \(error)"))
    }
  }

  private func followLogLevels() async throws {
    let rules = try await pool.withConnection { try await LogLevelStore.inForce(on: $0) }
    guard LogLevels.process.follow(rules, now: Date()) else { return }
    logger.notice(
      "other levels of logging are in force", metadata: ["levels": .array(rules.map { "\($0.label)=\($0.level)" })])
  }

  /// What cannot be counted now is counted the next time: a slow count must not make a replica unready.
  private func measure(round: Int, metrics: inout BacklogMetrics) async {
    if round % 4 == 0, let backlog = try? await backlog.read(now: clock.now) { metrics.show(backlog) }
    guard round % 60 == 0 else { return }
    let soon = clock.now.addingTimeInterval(Self.nearness)
    if let counts = try? await pool.withConnection({ try await deadlines(soon, $0) }) { metrics.show(counts) }
  }

  private func outboundState() -> HealthState {
    let failures = relay.status.compactMap(\.failure)
    guard let failure = failures.first else { return .ok }
    return .degraded(reason: "publishing waits: \(failure)")
  }
}
