import Contracts
import Crypto
import FoundationEssentials
import Hummingbird
import Kafka
import Logging
import Messaging
import Pages
import Postgres
import Sealing
import ServiceKit
import ServiceLifecycle

/// Notifications: the composition root and table of contents.
struct Application: HostedService {
  static let service = ServiceName.notifications
  static let configurationAreas: [any ConfigurationArea.Type] = [
    NotificationsConfiguration.self, ChannelsConfiguration.self, PagesConfiguration.self,
  ]
  /// In their order, which is that of their numbers.
  static let migrations = [
    ("tables", PackageResources._001_tables_sql), ("filters", PackageResources._002_filters_sql),
    ("endpoints", PackageResources._003_endpoints_sql), ("rules", PackageResources._004_rules_sql),
    ("messages", PackageResources._005_messages_sql),
    ("figures", PackageResources._006_figures_sql),
    ("content mode", PackageResources._007_content_mode_sql),
    ("inbox lists", PackageResources._008_inbox_lists_sql),
  ].enumerated().map { index, file in
    Migration(
      component: "notifications", number: index + 1, name: file.0, text: String(decoding: file.1, as: UTF8.self))
  }

  // What people and units are told.
  let messages: MessageDesk
  // What agencies are told.
  let fanOutEvents = FanOutEvents(book: SubscriptionBook())
  let requestSubscription: RequestSubscription
  let decideSubscription: DecideSubscription
  let listSubscriptions = ListSubscriptions()
  let findSubscription = FindSubscription()
  let agencies: AgencyDesk
  // Who is told what, and in which words.
  let notices: NoticeDesk
  // What was told, and what it adds up to.
  let records: RecordsDesk

  /// What is sealed in the tables.
  let sealedColumns: [any SealedColumn]

  private let prefix: TopicPrefix
  /// What people look at in a browser.
  let pages: NotificationPages

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
    let verifier = try TokenVerifier(resources.configuration.authentication, logger: resources.logger)
    let channels = try ChannelTable(
      try ChannelsConfiguration(resources.reader), outbox: own.outboxDirectory, pool: resources.pool)
    resources.health.register("channels", .optional, initially: channels.health)
    try self.init(
      configuration: own, pool: resources.pool, runner: resources.runner, posts: resources.posts,
      rules: resources.rules,
      key: SealingPrivateKey(id: key.id, key: try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: key.bytes)),
      opener: resources.opener, prefix: resources.prefix,
      broker: KafkaSettings(
        bootstrapServers: resources.configuration.broker.bootstrapServers,
        properties: resources.configuration.broker.properties),
      channels: channels, settings: try PagesConfiguration(resources.reader),
      check: { try await verifier.verify($0) }, logger: resources.logger)
  }

  /// Everything by hand, for tests.
  init(
    configuration: NotificationsConfiguration, pool: PostgresPool, runner: UnitOfWorkRunner,
    posts: IdempotentPosts? = nil,
    rules: RuleBook,
    key: SealingPrivateKey, opener: Opener, prefix: TopicPrefix, broker: KafkaSettings? = nil,
    channels: ChannelTable, settings: PagesConfiguration = PagesConfiguration(),
    check: @escaping PageDesk.TokenCheck = { _ in throw Problem.unauthenticated }, logger: Logger
  ) throws {
    let vault = try SecretVault(key: key, opener: opener)
    let recipient = try key.recipient()
    sealedColumns = [
      EndpointKeyColumn(recipient: recipient), AddresseeContactColumn(recipient: recipient),
      MessageContactColumn(recipient: recipient),
    ]
    guardian = AddressGuard(allowsPrivate: configuration.allowsPrivateAddresses)
    requestSubscription = RequestSubscription(vault: vault)
    agencies = AgencyDesk(
      configuration: configuration, pool: pool, runner: runner, rules: rules, guardian: guardian, vault: vault,
      broker: broker, prefix: prefix, logger: logger)
    decideSubscription = DecideSubscription(verify: agencies.verifyEndpoint, tellOwner: agencies.tellOwner)
    notices = try NoticeDesk(rules: rules, key: key, opener: opener, now: { runner.now })
    let answers = posts ?? IdempotentPosts(runner: runner)
    messages = MessageDesk(
      pool: pool, runner: runner, posts: answers, rules: rules, opener: opener, renderer: notices.renderer,
      directory: notices.addresseeBook, channels: channels, pace: configuration.pace, logger: logger)
    records = RecordsDesk(pool: pool, logger: logger)
    housekeeping = Housekeeping(pool: pool, retention: configuration.retention, logger: logger)
    pages = NotificationPages(desk: try NotificationPages.desk(settings: settings, check: check))
    self.prefix = prefix
    self.runner = runner
    self.posts = answers
  }

  var subscriptions: [Subscription] {
    [
      MessageRequests(prefix: prefix, take: messages.takeMessages, policy: messages.policy, timing: notices.timing)
        .subscription
    ]
      + AgencyFeeds(prefix: prefix, fanOut: fanOutEvents, tell: notices.tellEvents).subscriptions
  }

  var timers: [String: TimerRunner.Handler] { messages.timers.merging(notices.timers) { $1 } }

  var background: [any ServiceLifecycle.Service] {
    [housekeeping, messages.worker, records.foldFigures] + agencies.background
  }

  var problemPage: ProblemPage? { pages.desk.problemPage }

  func register(on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>) {
    SubscriptionRoutes(
      runner: runner, posts: posts, guardian: guardian, request: requestSubscription, decide: decideSubscription,
      list: listSubscriptions, find: findSubscription, verify: agencies.verifyEndpoint, policy: agencies.policy
    ).register(on: routes)
    messages.register(on: routes)
    notices.register(on: routes, runner: runner, posts: posts)
    records.register(on: routes, runner: runner)
    agencies.register(on: routes, open: open, runner: runner, posts: posts)
    pages.register(on: open)
  }

  static func check(_ rules: RuleBook) throws { try NoticeDesk.check(rules) }

  /// There is no state topic: what became of a message is told once.
  func statePage(after key: String, work: UnitOfWork) async throws -> String? { nil }
}
