import Contracts
import Hummingbird
import Kafka
import Logging
import Messaging
import Postgres
import ServiceKit
import ServiceLifecycle

/// How agencies' endpoints are served, beside their subscriptions: keys, order and pace, trials, replays, figures; and the
/// workers that deliver.
struct AgencyDesk: Sendable {
  let verifyEndpoint: VerifyEndpoint
  let tryEndpoint: TryEndpoint
  let changeSettings = ChangeSettings()
  let rotateKey: RotateKey
  let endKey = EndKey()
  let replayDelivery = ReplayDelivery()
  let requestReplay: RequestReplay
  let tellOwner = TellOwner()
  /// The numbers in force now.
  let policy: @Sendable () throws -> DeliveryPolicy
  let webhookWorker: WebhookWorker
  /// Nil where there is no broker to read from again.
  let replayWorker: ReplayWorker?
  private let origin: String

  init(
    configuration: NotificationsConfiguration, pool: PostgresPool, runner: UnitOfWorkRunner, rules: RuleBook,
    guardian: AddressGuard, vault: SecretVault, broker: KafkaSettings?, prefix: TopicPrefix, logger: Logger
  ) {
    let visits = WebhookVisits(guardian: guardian, vault: vault, origin: configuration.origin, tracer: runner.tracer)
    let policy: @Sendable () throws -> DeliveryPolicy = {
      var policy = try DeliveryPolicy(try rules.rules(at: runner.now))
      policy.timeout = min(policy.timeout, configuration.timeout)
      return policy
    }
    verifyEndpoint = VerifyEndpoint(visits: visits)
    tryEndpoint = TryEndpoint(visits: visits)
    rotateKey = RotateKey(vault: vault)
    requestReplay = RequestReplay(reach: configuration.retention)
    webhookWorker = WebhookWorker(
      pool: pool, runner: runner, policy: policy, visits: visits, pace: configuration.pace, logger: logger)
    replayWorker = broker.map {
      ReplayWorker(pool: pool, runner: runner, settings: $0, prefix: prefix, logger: logger)
    }
    self.policy = policy
    origin = configuration.origin
  }

  var background: [any ServiceLifecycle.Service] {
    var services: [any ServiceLifecycle.Service] = [webhookWorker]
    if let replayWorker { services.append(replayWorker) }
    return services
  }

  func register(
    on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>, runner: UnitOfWorkRunner,
    posts: IdempotentPosts
  ) {
    EndpointRoutes(
      runner: runner, change: changeSettings, verify: verifyEndpoint, tryOut: tryEndpoint, policy: policy
    ).register(on: routes)
    KeyRoutes(runner: runner, posts: posts, rotate: rotateKey, end: endKey, policy: policy).register(on: routes)
    DeliveryRoutes(runner: runner, posts: posts, replay: replayDelivery).register(on: routes)
    ReplayRoutes(runner: runner, posts: posts, request: requestReplay).register(on: routes)
    PolicyRoutes(policy: policy, origin: origin).register(on: open)
  }
}
