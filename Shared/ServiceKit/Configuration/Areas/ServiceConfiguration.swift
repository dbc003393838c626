/// Everything a running service needs to know. Subcommands that need less read single areas.
public struct ServiceConfiguration: Sendable {
  public var deployment: DeploymentConfiguration
  public var database: DatabaseConfiguration
  public var broker: BrokerConfiguration
  public var messaging: MessagingConfiguration
  public var batch: BatchConfiguration
  public var http: HTTPConfiguration
  public var authentication: AuthenticationConfiguration
  public var logging: LoggingConfiguration
  public var tracing: TracingConfiguration
  public var rules: RulesConfiguration
  public var sealing: SealingConfiguration
  public var lifecycle: LifecycleConfiguration
  public var faults: FaultConfiguration

  public init(
    deployment: DeploymentConfiguration = DeploymentConfiguration(), database: DatabaseConfiguration,
    broker: BrokerConfiguration, messaging: MessagingConfiguration = MessagingConfiguration(),
    batch: BatchConfiguration = BatchConfiguration(),
    http: HTTPConfiguration = HTTPConfiguration(), authentication: AuthenticationConfiguration,
    logging: LoggingConfiguration = LoggingConfiguration(), tracing: TracingConfiguration = TracingConfiguration(),
    rules: RulesConfiguration = RulesConfiguration(),
    sealing: SealingConfiguration = SealingConfiguration(),
    lifecycle: LifecycleConfiguration = LifecycleConfiguration(), faults: FaultConfiguration = FaultConfiguration()
  ) {
    self.deployment = deployment
    self.database = database
    self.broker = broker
    self.messaging = messaging
    self.batch = batch
    self.http = http
    self.authentication = authentication
    self.logging = logging
    self.tracing = tracing
    self.rules = rules
    self.sealing = sealing
    self.lifecycle = lifecycle
    self.faults = faults
  }

  /// Reads all areas.
  /// - Throws: every problem of every area at once.
  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let deployment = scope.read(DeploymentConfiguration.self)
    let database = scope.read(DatabaseConfiguration.self)
    let broker = scope.read(BrokerConfiguration.self)
    let messaging = scope.read(MessagingConfiguration.self)
    let batch = scope.read(BatchConfiguration.self)
    let http = scope.read(HTTPConfiguration.self)
    let authentication = scope.read(AuthenticationConfiguration.self)
    let logging = scope.read(LoggingConfiguration.self)
    let tracing = scope.read(TracingConfiguration.self)
    let rules = scope.read(RulesConfiguration.self)
    let sealing = scope.read(SealingConfiguration.self)
    let lifecycle = scope.read(LifecycleConfiguration.self)
    let faults = scope.read(FaultConfiguration.self)
    guard let deployment, let database, let broker, let messaging, let batch, let http, let authentication, let logging,
      let tracing, let rules, let sealing, let lifecycle, let faults
    else { throw scope.error }
    self.init(
      deployment: deployment, database: database, broker: broker, messaging: messaging, batch: batch, http: http,
      authentication: authentication, logging: logging, tracing: tracing, rules: rules, sealing: sealing,
      lifecycle: lifecycle, faults: faults)
  }
}
