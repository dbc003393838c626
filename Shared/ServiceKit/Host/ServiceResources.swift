public import Contracts
public import Logging
public import Messaging
public import Postgres
public import Sealing

/// What the host gives a service to build its use cases from.
public struct ServiceResources: Sendable {
  /// The settings every service has.
  public let configuration: ServiceConfiguration
  /// For settings of the service's own.
  public let reader: ConfigurationReader
  public let pool: PostgresPool
  /// Runs use cases that do not come from Kafka.
  public let runner: UnitOfWorkRunner
  /// Runs what POSTs ask for, once for each `Idempotency-Key`.
  public let posts: IdempotentPosts
  public let clock: any BusinessClock
  public let rules: RuleBook
  public let prefix: TopicPrefix
  /// Opens with the service's private keys; without any it opens nothing.
  public let opener: Opener
  public let health: HealthRegistry
  public let logger: Logger
}
