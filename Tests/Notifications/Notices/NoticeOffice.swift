import Contracts
import FoundationEssentials
import Logging
import Messaging
import Postgres
import Sealing
import ServiceKit
import Support
import Synchronization

@testable import Notifications

/// The desk of notices on a real database, by a business clock that the test sets.
struct NoticeOffice: Sendable {
  final class Clock: BusinessClock {
    private let instant: Mutex<Date>

    init(_ now: Date) { instant = Mutex(now) }

    var now: Date {
      get { instant.withLock { $0 } }
      set { instant.withLock { $0 = newValue } }
    }
  }

  /// A message as it waits to be sent.
  struct Waiting: Sendable, Equatable {
    let template: String
    let addressee: String
    let channels: String
    let urgency: String
    let language: String
    let notBefore: Date?
    let documentNumber: String?
    let wantsAcknowledgement: Bool
  }

  let desk: NoticeDesk
  let runner: UnitOfWorkRunner
  let pool: PostgresPool
  let clock: Clock
  private let timers: TimerRunner

  /// - Parameter now: a working day at ten in the morning in Shanghai, unless the test says otherwise.
  static func with<Value>(
    profile: String = "jiujiang", now: String = "2026-03-02T02:00:00Z", _ body: (NoticeOffice) async throws -> Value
  ) async throws -> Value {
    try await TestSchema.with("notifications", MessagingMigrations.all + Application.migrations) { schema in
      let office = try NoticeOffice(schema, rules: try NoticeFixtures.ruleBook(profile), now: NoticeFixtures.at(now))
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

  private init(_ schema: TestSchema, rules: RuleBook, now: Date) throws {
    let clock = Clock(now)
    let key = SealingPrivateKey.generate(id: "notifications")
    let signal = RelaySignal()
    pool = PostgresPool(configuration: schema.configuration, logger: TestSchema.logger)
    let context = UnitOfWorkContext(
      source: .notifications, shards: OutboxShards(count: 2), sealer: try Sealer(recipients: [key.recipient()]),
      clock: clock)
    runner = UnitOfWorkRunner(pool: pool, context: context, signal: signal)
    desk = try NoticeDesk(rules: rules, key: key, opener: Opener(keys: [key]), now: { clock.now })
    timers = TimerRunner(
      handlers: desk.timers.merging(["message.release": { _, _ in }]) { $1 }, pool: pool, context: context,
      signal: signal, logger: TestSchema.logger)
    self.clock = clock
  }

  let caller = Caller(subject: "li.na", requestId: "r-1", traceParent: nil)

  func tell(_ events: CloudEvent...) async throws {
    try await runner.run { try await desk.tellEvents(events, work: $0) }
  }

  /// Lets time pass, and fires what is due until nothing is.
  func advance(to instant: String) async throws {
    clock.now = NoticeFixtures.at(instant)
    while try await timers.fireDue() > 0 {}
  }

  @discardableResult
  func enter(
    _ key: String, _ audience: MessageAudience, region: String = "360482", roles: [String] = [], tags: [String] = [],
    language: MessageLanguage = .chinese, channels: [ContactChannel] = [], isActive: Bool = true,
    contacts: AddresseeContacts? = nil
  ) async throws -> Addressee {
    let addressee = Addressee(
      key: key, audience: audience, name: "单位 \(key)", region: region, roles: roles, tags: tags, language: language,
      channels: channels, isActive: isActive)
    return try await runner.run {
      try await desk.keepAddressee(addressee, contacts: contacts, by: caller, work: $0, authorise: { _ in })
    }
  }

  /// What waits to be sent, in order.
  func waiting() async throws -> [Waiting] {
    try await pool.query(
      """
      select template, coalesce(addressee, ''), array_to_string(channels, ','), urgency, language, not_before,
        document_number, wants_acknowledgement from message order by ordinal
      """, as: (String, String, String, String, String, Date?, String?, Bool).self
    ).map {
      Waiting(
        template: $0.0, addressee: $0.1, channels: $0.2, urgency: $0.3, language: $0.4, notBefore: $0.5,
        documentNumber: $0.6, wantsAcknowledgement: $0.7)
    }
  }

  /// The words of the newest message of a template.
  func words(_ template: String) async throws -> JSONObject {
    let rows = try await pool.query(
      "select parameters from message where template = \(template) order by ordinal desc limit 1",
      as: PostgresJSON.self)
    guard let row = rows.first, let words = try JSON(parsing: row.bytes).object else { return [:] }
    return words
  }

  func count(_ statement: SQL) async throws -> Int {
    try await pool.query(statement, as: Int.self).first ?? -1
  }
}
