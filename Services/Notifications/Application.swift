import Contracts
import Crypto
import FoundationEssentials
import Hummingbird
import Logging
import Messaging
import Postgres
import Sealing
import ServiceKit
import ServiceLifecycle

/// Notifications: the composition root and table of contents.
struct Application: HostedService {
  static let service = ServiceName.notifications
  static let configurationAreas: [any ConfigurationArea.Type] = [NotificationsConfiguration.self]
  static let migrations = [
    Migration(
      component: "notifications", number: 1, name: "tables",
      text: String(decoding: PackageResources._001_tables_sql, as: UTF8.self))
  ]

  // What petitioners are told.
  let takeMessages = TakeMessages()
  let settleMessages = SettleMessages()
  // What agencies are told.
  let fanOutEvents = FanOutEvents()
  let requestSubscription: RequestSubscription
  let decideSubscription = DecideSubscription()
  let listSubscriptions = ListSubscriptions()
  let findSubscription = FindSubscription()
  // Who does it.
  let webhookWorker: WebhookWorker
  /// Nil where no channel is connected: messages wait.
  let messageWorker: MessageWorker?

  private let prefix: TopicPrefix
  private let runner: UnitOfWorkRunner
  private let posts: IdempotentPosts
  private let guardian: AddressGuard
  private let housekeeping: Housekeeping

  init(resources: ServiceResources) throws {
    guard let key = resources.configuration.sealing.privateKeys.first else {
      throw ConfigurationError(problems: [
        ConfigurationProblem(
          key: "SEALING_PRIVATE_KEYS", message: "is required: contact data are opened with it for each send")
      ])
    }
    let own = try NotificationsConfiguration(resources.reader)
    let channel = try Application.fileOutbox(own)
    resources.health.register(
      "channels", .optional,
      initially: channel == nil
        ? .degraded(reason: "no channel is connected: messages to petitioners wait; set NOTIFICATION_OUTBOX_DIR") : .ok)
    try self.init(
      configuration: own, pool: resources.pool, runner: resources.runner, posts: resources.posts,
      rules: resources.rules,
      key: SealingPrivateKey(id: key.id, key: try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: key.bytes)),
      opener: resources.opener, prefix: resources.prefix,
      channels: channel.map { ChannelTable(everything: $0) }, logger: resources.logger)
  }

  /// Everything by hand, for tests.
  init(
    configuration: NotificationsConfiguration, pool: PostgresPool, runner: UnitOfWorkRunner,
    posts: IdempotentPosts? = nil,
    rules: RuleBook,
    key: SealingPrivateKey, opener: Opener, prefix: TopicPrefix, channels: ChannelTable?, logger: Logger
  ) throws {
    let vault = try SecretVault(key: key, opener: opener)
    guardian = AddressGuard(allowsPrivate: configuration.allowsPrivateAddresses)
    requestSubscription = RequestSubscription(vault: vault)
    let policy: @Sendable () throws -> DeliveryPolicy = {
      var policy = try DeliveryPolicy(try rules.rules(at: runner.now))
      policy.timeout = min(policy.timeout, configuration.timeout)
      return policy
    }
    webhookWorker = WebhookWorker(
      pool: pool, runner: runner, policy: policy, visits: WebhookVisits(guardian: guardian, vault: vault),
      pace: configuration.pace, logger: logger)
    let renderer = try MessageRenderer()
    let settle = settleMessages
    messageWorker = channels.map { channels in
      MessageWorker(
        pool: pool, runner: runner, policy: policy,
        send: SendMessage(opener: opener, renderer: renderer, channels: channels), settle: settle,
        pace: configuration.pace, logger: logger)
    }
    housekeeping = Housekeeping(pool: pool, retention: configuration.retention, logger: logger)
    self.prefix = prefix
    self.runner = runner
    self.posts = posts ?? IdempotentPosts(runner: runner)
  }

  private static func fileOutbox(_ configuration: NotificationsConfiguration) throws -> FileOutbox? {
    guard let directory = configuration.outboxDirectory else { return nil }
    do {
      return try FileOutbox(directory: directory)
    } catch {
      throw ConfigurationError(problems: [
        ConfigurationProblem(key: "NOTIFICATION_OUTBOX_DIR", message: "is no directory that can be written to")
      ])
    }
  }

  var subscriptions: [Subscription] {
    [MessageRequests(prefix: prefix, take: takeMessages).subscription]
      + AgencyFeeds(prefix: prefix, fanOut: fanOutEvents).subscriptions
  }

  var background: [any ServiceLifecycle.Service] {
    var services: [any ServiceLifecycle.Service] = [housekeeping, webhookWorker]
    if let messageWorker { services.append(messageWorker) }
    return services
  }

  func register(on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>) {
    SubscriptionRoutes(
      runner: runner, posts: posts, guardian: guardian, request: requestSubscription, decide: decideSubscription,
      list: listSubscriptions, find: findSubscription
    ).register(on: routes)
  }

  /// There is no state topic: what became of a message is told once.
  func statePage(after key: String, work: UnitOfWork) async throws -> String? { nil }
}
