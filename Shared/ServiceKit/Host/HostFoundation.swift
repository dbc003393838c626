import Contracts
import FoundationEssentials
import Kafka
import Logging
import Messaging
import Postgres
import Sealing
import Tracing

/// What `serve` and the operator's subcommands build alike: pool, broker settings, sealing, clock.
struct HostFoundation<Definition: HostedService>: Sendable {
  let configuration: ServiceConfiguration
  let reader: ConfigurationReader
  let logger: Logger
  let database: PostgresConfiguration
  let pool: PostgresPool
  let prefix: TopicPrefix
  let kafka: KafkaSettings
  let producerKafka: KafkaSettings
  let consumerKafka: KafkaSettings
  let clock: any BusinessClock
  let standingClock: StandingClock?
  let opener: Opener
  let sealer: Sealer
  /// Who can open what could not be taken in.
  let deadLetterKey: SealingRecipient
  let signal = RelaySignal()

  /// - Parameter patience: how long a connection to PostgreSQL may take. A command gives up after its first, and must
  ///   outlive one lost answer of a name server, which is asked for again after five seconds; a service tries on by itself.
  init(_ context: CommandContext, patience: Duration = PostgresConfiguration.commandPatience) throws {
    configuration = try ServiceConfiguration(context.reader)
    reader = context.reader
    logger = context.logger
    var database = try PostgresConfiguration(
      url: configuration.database.url, applicationName: Definition.name, searchPath: [Definition.name])
    database.maximumConnections = configuration.database.maximumConnections
    database.connectTimeout = patience
    database.acquireTimeout = patience
    self.database = database
    pool = PostgresPool(configuration: database, logger: logger)
    guard let prefix = TopicPrefix(configuration.broker.topicPrefix) else {
      throw CommandFailure(.configuration, "TOPIC_PREFIX is not a legal prefix of topics")
    }
    self.prefix = prefix
    let broker = configuration.broker
    let common = ["client.id": Definition.name].merging(broker.properties) { $1 }
    kafka = KafkaSettings(bootstrapServers: broker.bootstrapServers, properties: common)
    producerKafka = kafka.with(broker.producerProperties)
    consumerKafka = kafka.with(broker.consumerProperties)
    standingClock = configuration.deployment.businessClockStart.map { [pool] in StandingClock(pool: pool, start: $0) }
    clock = standingClock ?? SystemClock()
    let keys = try configuration.sealing.privateKeys.map { try $0.privateKey() }
    opener = Opener(keys: keys)
    deadLetterKey = try HostFoundation.deadLetterRecipient(configuration, keys: keys)
    sealer = try Sealer(recipients: [deadLetterKey], rotateAfter: configuration.sealing.rotation)
  }

  /// Who can read what could not be taken in: the key set for it, the vault, or the service itself.
  private static func deadLetterRecipient(
    _ configuration: ServiceConfiguration, keys: [SealingPrivateKey]
  ) throws -> SealingRecipient {
    if let key = configuration.messaging.deadLetterKey ?? configuration.sealing.vault { return try key.recipient() }
    guard let own = keys.first else {
      throw CommandFailure(
        .configuration, "there is no key to seal dead letters with",
        remedy: "Set DEAD_LETTER_PUBLIC_KEY; its private half is needed for `dead-letters redrive` alone.")
    }
    return try own.recipient()
  }

  /// The number of shards the schema was made with.
  func shards() async throws -> Int {
    let rows = try await pool.query(
      "select value from messaging_setting where name = 'outbox.shards'", as: String.self)
    guard let shards = rows.first.flatMap(Int.init) else {
      throw CommandFailure(.unavailable, "the schema is not complete", remedy: "Run `\(Definition.name) migrate`.")
    }
    return shards
  }

  /// For sessions that hold locks: the server ends those that show no life.
  var lockDatabase: PostgresConfiguration {
    var configuration = database
    configuration.idleSessionTimeout = .seconds(10)
    return configuration
  }

  func relaySettings(shards: Int) -> RelaySettings {
    RelaySettings(
      kafka: producerKafka, service: Definition.service, prefix: prefix, shards: shards,
      gather: configuration.messaging.relayWait)
  }

  /// - Parameter tracer: of a running service; what a subcommand does is not traced.
  func workContext(shards: Int, tracer: (any Tracer)? = nil) -> UnitOfWorkContext {
    UnitOfWorkContext(
      source: EventSource(Definition.service), shards: OutboxShards(count: shards), sealer: sealer, clock: clock,
      schemas: configuration.deployment.schemas, tracer: tracer)
  }

  /// The logger of a part, whose level can be set by itself.
  func logger(_ part: String) -> Logger {
    let logging = configuration.logging
    return Logger(label: "\(Definition.name).\(part)") { label in
      ServiceLogHandler(label: label, service: Definition.name, configuration: logging)
    }
  }

  func broker(_ settings: RelaySettings) -> BrokerWatch {
    BrokerWatch(
      settings: settings, replicationFactor: configuration.messaging.replicationFactor ?? -1,
      retentions: configuration.messaging.topicRetentions, pool: pool, logger: logger)
  }

  /// The active rules.
  func rules() async throws -> RuleBook {
    let documents = try await pool.withConnection { try await RuleStore(connection: $0).active() }
    return try RuleBook(profile: configuration.rules.profile, documents: documents)
  }

  /// Runs use cases from a subcommand.
  func runner(_ work: UnitOfWorkContext) -> UnitOfWorkRunner {
    UnitOfWorkRunner(pool: pool, context: work, signal: signal)
  }

  /// The service as a subcommand needs it: put together, not running.
  func service() async throws -> (Definition, UnitOfWorkContext) {
    let work = workContext(shards: try await shards())
    return (try Definition(resources: resources(work: work, rules: try await rules(), health: HealthRegistry())), work)
  }

  func resources(work: UnitOfWorkContext, rules: RuleBook, health: HealthRegistry) -> ServiceResources {
    let runner = runner(work)
    return ServiceResources(
      configuration: configuration, reader: reader, pool: pool, runner: runner,
      posts: IdempotentPosts(runner: runner, retention: configuration.http.idempotencyRetention), clock: clock,
      rules: rules, prefix: prefix,
      opener: opener, health: health, logger: logger)
  }
}
