import FoundationEssentials
import Kafka
import Logging
import Messaging
import Metrics
import Postgres
import ServiceLifecycle

/// Looks at the parts of a service twice a second, and says in `/readyz` and the metrics how they are.
struct HealthWatch: Service {
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
  let backlog: BacklogReader

  init(
    pool: PostgresPool, migrator: Migrator, rules: RuleBook, consumer: InboundConsumer, relay: Relay,
    health: HealthRegistry, logger: Logger
  ) {
    self.pool = pool
    self.migrator = migrator
    self.rules = rules
    self.consumer = consumer
    self.relay = relay
    self.logger = logger
    backlog = BacklogReader(pool: pool, consumer: consumer)
    database = health.register("database", .required)
    schema = health.register("migrations", .required)
    inbound = health.register("consumer", .optional)
    outbound = health.register("relay", .optional)
  }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var round = 0
      while !Task.isCancelled {
        await self.look(round: round)
        round += 1
        try? await Task.sleep(for: .milliseconds(500))
      }
    }
  }

  private func look(round: Int) async {
    inbound.report(HealthState(consumer.status, at: Date()))
    outbound.report(outboundState())
    do {
      _ = try await pool.query("select 1", as: Int.self)
      database.report(.ok)
      if round % 20 == 0 {
        let pending = try await migrator.pending()
        schema.report(pending.isEmpty ? .ok : .down(reason: "\(pending.count) migrations are pending: run migrate"))
        let documents = try await pool.withConnection { try await RuleStore(connection: $0).active() }
        if try rules.follow(documents) { logger.notice("new rules are in force") }
      }
      if round % 4 == 0 { await measure() }
    } catch {
      database.report(.down(reason: "the database cannot be reached: \(error)"))
    }
  }

  private func outboundState() -> HealthState {
    let failures = relay.status.compactMap(\.failure)
    guard let failure = failures.first else { return .ok }
    return .degraded(reason: "publishing waits: \(failure)")
  }

  private func measure() async {
    guard let backlog = try? await backlog.read(now: Date()) else { return }
    Gauge(label: "ecoredress_outbox_depth").record(backlog.outbox)
    Gauge(label: "ecoredress_outbox_age_seconds").record(backlog.outboxAge)
    Gauge(label: "ecoredress_timers_due").record(backlog.timersDue)
    Gauge(label: "ecoredress_dead_letters_held").record(backlog.held)
    if let lag = backlog.inbound { Gauge(label: "ecoredress_consumer_lag").record(lag) }
    let statistics = pool.statistics
    Gauge(label: "ecoredress_database_connections_in_use").record(statistics.inUse)
    Gauge(label: "ecoredress_database_waiting").record(statistics.waiting)
  }
}
