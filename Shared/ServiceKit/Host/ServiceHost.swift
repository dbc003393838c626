import Contracts
import FoundationEssentials
import Hummingbird
import Kafka
import Logging
import Messaging
import Metrics
import Postgres
import ServiceLifecycle

/// Puts a service together and runs it: the composition that all four share.
struct ServiceHost<Definition: HostedService>: Sendable {
  let foundation: HostFoundation<Definition>

  func run() async throws {
    let metrics = PrometheusInstallation.registry
    let configuration = foundation.configuration
    let logger = foundation.logger
    let shards = try await foundation.shards()
    let settings = foundation.relaySettings(shards: shards)
    let tracing = ServiceTracing(
      configuration.tracing, service: Definition.name, logger: foundation.logger("traces"))
    let work = foundation.workContext(shards: shards, tracer: tracing?.tracer)
    let health = HealthRegistry()
    let rules = try await foundation.rules()
    let service = try Definition(resources: foundation.resources(work: work, rules: rules, health: health))
    let runner = UnitOfWorkRunner(pool: foundation.pool, context: work, signal: foundation.signal)
    let broker = foundation.broker(settings)
    let relay = Relay(
      settings: settings, pool: foundation.pool, lockConfiguration: foundation.lockDatabase, broker: broker,
      signal: foundation.signal, faults: configuration.faults.points, logger: foundation.logger("relay"))
    let consumer = InboundConsumer(
      settings: .init(
        kafka: foundation.consumerKafka, group: foundation.prefix.group(of: Definition.service),
        limits: KafkaBatchLimits(
          messages: configuration.batch.messages, bytes: configuration.batch.bytes, wait: .milliseconds(100),
          gather: configuration.batch.wait)),
      subscriptions: service.subscriptions, pool: foundation.pool, context: work, broker: broker,
      signal: foundation.signal, faults: configuration.faults.points, logger: foundation.logger("consumer"))
    let timers = TimerRunner(
      handlers: service.timers, sweeps: service.sweeps, pool: foundation.pool, context: work, signal: foundation.signal,
      logger: foundation.logger("timers"))
    let upkeep = Upkeep(
      pool: foundation.pool, runner: runner,
      retention: .init(
        outbox: configuration.messaging.outboxRetention, inboxGeneration: configuration.messaging.inboxGeneration,
        deadLetters: configuration.messaging.deadLetterRetention),
      statePage: { try await service.statePage(after: $0, work: $1) }, logger: logger)
    let watch = HealthWatch(
      pool: foundation.pool,
      migrator: try MigrationStep<Definition>(foundation.configuration, logger: logger).migrator(
        as: foundation.database), rules: rules, consumer: consumer, relay: relay, health: health,
      mostConnections: foundation.database.maximumConnections, clock: foundation.clock,
      deadlines: { try await service.deadlines(endingBefore: $0, on: $1) }, logger: logger)

    let verifier = try TokenVerifier(configuration.authentication, logger: logger)
    try await verifier.loadKeys()
    let router = ServiceRouter(
      configuration: configuration.http, tracer: tracing?.tracer, problemPage: service.problemPage)
    HealthRoutes(registry: health, metrics: metrics).register(on: router.open)
    ContractRoutes(
      contract: Definition.http,
      asyncAPI: AsyncAPIDocument(
        prefix: foundation.prefix, complaints: configuration.broker.complaintTopics, shards: shards,
        schemas: configuration.deployment.schemas, retentions: configuration.messaging.topicRetentions)
    ).register(on: router.open)
    let authenticated = router.authenticated(verifier)
    OperatorRoutes(
      clock: ClockRoutes(clock: foundation.standingClock, now: foundation.clock, backlog: watch.backlog),
      status: OperatorStatusReader(
        service: Definition.name, version: configuration.deployment.version, started: Date(), prefix: foundation.prefix,
        topics: service.subscriptions.map(\.topic), health: health, backlog: watch.backlog, lag: watch.lag,
        runner: runner, counts: { MessageCounts(consumer.status, relay.status) }),
      letters: foundation.deadLetters(of: service, work)
    ).register(on: authenticated)
    service.register(on: authenticated, open: router.open)
    let server = router.application(configuration: configuration.http, logger: foundation.logger("http")) { port in
      logger.info("requests are answered", metadata: ["port": "\(port)"])
    }

    // The first to start is the last to end: spans of everything else are exported still.
    var parts: [any Service] = tracing.map { [$0.exporter] } ?? []
    parts.append(PoolService(pool: foundation.pool))
    if let clock = foundation.standingClock { parts.append(ClockFollower(clock: clock)) }
    parts += [watch, broker, upkeep, relay, timers, consumer]
    parts.append(AuditSealer(runner: runner, service: Definition.service, logger: logger))
    parts.append(IdempotencyUpkeep(pool: foundation.pool, logger: logger))
    parts += service.background
    parts.append(server)
    try await ServiceRunner(configuration.lifecycle, logger: logger).run(parts)
  }
}
