import Civics
import Contracts
import FoundationEssentials
import Logging
import Messaging
import Postgres
import Sealing
import ServiceKit
import Support
import Tracing

@testable import Notifications

/// The service's use cases and workers on a real database, without broker; time is made to pass by hand.
struct Office: Sendable {
  let application: Application
  let runner: UnitOfWorkRunner
  let pool: PostgresPool
  let key: SealingPrivateKey
  let opener: Opener
  let context: UnitOfWorkContext
  let administrator: PostgresConfiguration
  let logged = Remembered<[String]>([])
  private let guardian = AddressGuard(allowsPrivate: true)

  static func with<Value>(_ body: (Office) async throws -> Value) async throws -> Value {
    try await TestSchema.with("notifications", MessagingMigrations.all + Application.migrations) { schema in
      let office = try Office(schema: schema)
      let result: Result<Value, any Error>
      do {
        result = .success(try await body(office))
      } catch {
        result = .failure(error)
      }
      await office.pool.shutdown()
      return try result.get()
    }
  }

  private init(schema: TestSchema) throws {
    pool = PostgresPool(configuration: schema.configuration, logger: TestSchema.logger)
    administrator = schema.administrator
    key = SealingPrivateKey.generate(id: "notifications")
    opener = Opener(keys: [key])
    context = UnitOfWorkContext(
      source: .notifications, shards: OutboxShards(count: 2), sealer: try Sealer(recipients: [key.recipient()]),
      clock: SystemClock())
    runner = UnitOfWorkRunner(pool: pool, context: context, signal: RelaySignal())
    var configuration = NotificationsConfiguration()
    configuration.allowsPrivateAddresses = true
    application = try Application(
      configuration: configuration, pool: pool, runner: runner, rules: try Fixtures.ruleBook(), key: key,
      opener: opener, prefix: .standard, channels: ChannelTable([:]), check: { try Reading.principal($0) },
      logger: TestSchema.logger)
  }

  /// A logger whose words the test reads.
  var logger: Logger {
    Logger(label: "test") { [logged] _ in CapturingLogHandler(lines: logged) }
  }

  func messageWorker(
    _ channel: any Channel, opener: Opener? = nil, schedule: RetrySchedule = Fixtures.policy.schedule
  ) throws -> MessageWorker {
    var policy = Fixtures.messagePolicy
    policy.schedule = schedule
    return try messageWorker(ChannelTable(everything: channel), opener: opener, policy: policy)
  }

  func messageWorker(
    _ channels: ChannelTable, opener: Opener? = nil, policy: MessagePolicy = Fixtures.messagePolicy,
    cards: [String: ContactCard] = [:], tracer: (any Tracer)? = nil
  ) throws -> MessageWorker {
    MessageWorker(
      pool: pool, runner: runner, policy: { policy }, directory: FixedDirectory(known: cards), channels: channels,
      send: SendMessage(
        open: OpenContact(opener: opener ?? self.opener), renderer: try Fixtures.renderer(), channels: channels,
        tracer: tracer),
      settle: SettleMessages(), pace: Pace(), logger: logger)
  }

  func webhookWorker(
    _ policy: DeliveryPolicy = Fixtures.policy, pace: Pace = Pace(), tracer: (any Tracer)? = nil
  ) throws -> WebhookWorker {
    WebhookWorker(
      pool: pool, runner: runner, policy: { policy },
      visits: WebhookVisits(
        guardian: guardian, vault: try SecretVault(key: key, opener: opener), origin: "ecoredress.example",
        tracer: tracer),
      pace: pace, logger: logger)
  }

  /// Contact data as `petitions` seals them.
  func seal(_ contact: JSON = Fixtures.contact(), petition: UUID = Fixtures.petition) throws -> [UInt8] {
    try Sealer(recipients: [key.recipient()]).seal(
      contact.bytes, context: SealingContext.of("petitioner-message", petition.lowercased))
  }

  func take(_ messages: [MessageDraft]) async throws {
    try await runner.run { try await application.messages.takeMessages(messages, work: $0) }
  }

  func announce(_ events: [CloudEvent]) async throws {
    try await runner.run { try await application.fanOutEvents(events, work: $0) }
  }

  /// An approved subscription, with the key of its first scheme.
  func subscribe(
    _ url: String, types: [String] = ["ecoredress."], regions: [String] = ["360000"], colours: [Colour] = [],
    settings: EndpointSettings = EndpointSettings(), schemes: [SignatureScheme] = [.v1]
  ) async throws -> (id: UUID, key: WebhookKey) {
    let caller = Caller(subject: "water-bureau", requestId: "r-1", traceParent: nil)
    let wish = RequestSubscription.Wish(
      agency: "water-bureau", url: try WebhookURL(url, allowsPrivate: true),
      filter: EventFilter(types: types, regions: try regions.map { try RegionCode($0) }, colours: colours),
      settings: settings, schemes: schemes)
    let made = try await runner.run { try await application.requestSubscription(wish, by: caller, work: $0) }
    _ = try await decide(.approve, made.subscription.id)
    return (made.subscription.id, made.keys[0])
  }

  func decide(_ decision: DecideSubscription.Decision, _ id: UUID) async throws -> AgencySubscription? {
    try await runner.run { work in
      try await application.decideSubscription(
        decision, on: id, consent: VerifyEndpoint.Consent(perMinute: nil),
        by: Caller(subject: "operator", requestId: "r-2", traceParent: nil), policy: Fixtures.policy, work: work,
        authorise: { _ in })
    }
  }

  /// Lets timers fire, whenever they are due.
  func fire(_ timers: [(kind: String, subject: String)]) async throws {
    for timer in timers {
      guard let handler = application.timers[timer.kind] else { throw Missing(kind: timer.kind) }
      try await runner.run { work in
        try await handler([DurableTimer(kind: timer.kind, subject: timer.subject, due: runner.now)], work)
      }
    }
  }

  /// No handler of a timer.
  struct Missing: Error {
    let kind: String
  }

  /// Makes everything that waits for its time due now.
  func hurry() async throws {
    try await pool.execute("update delivery set due_at = now() where due_at is not null")
    try await pool.execute(
      "update endpoint set rest_until = null, next_slot_at = null, wake_at = now() where wake_at is not null")
    try await pool.execute("update message set due_at = now() where due_at is not null")
  }

  /// What was put on the topic of notifications, in order, without that messages wait: type and data.
  func told(queued: Bool = false) async throws -> [(type: String, key: String, data: JSON)] {
    let rows = try await pool.query(
      "select key, headers, payload from outbox where topic = 'notifications' order by id",
      as: (String, [UInt8], [UInt8]).self)
    let told = try rows.map { row in
      let headers = String(decoding: row.1, as: UTF8.self)
      let type = ContractCatalogue.contracts.map(\.type.rawValue).first { headers.contains($0) } ?? "?"
      return (type: type, key: row.0, data: try JSON(parsing: row.2))
    }
    return told.filter { queued || $0.type != EventType.notificationQueued.rawValue }
  }

  func count(_ statement: SQL) async throws -> Int {
    try await pool.query(statement, as: Int.self).first ?? -1
  }
}
