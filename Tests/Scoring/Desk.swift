import Contracts
import FoundationEssentials
import Kafka
import Postgres
import Sealing
import ServiceKit
import ServiceSupport
import Support
import Synchronization

@testable import Messaging
@testable import Scoring

/// The service's use cases on a real database, without broker and without HTTP; the clock stands where it is put.
struct Desk: Sendable {
  final class Clock: BusinessClock {
    private let instant: Mutex<Date>
    init(_ instant: Date) { self.instant = Mutex(instant) }
    var now: Date { instant.withLock { $0 } }
    func move(to instant: Date) { self.instant.withLock { $0 = instant } }
  }

  let schema: TestSchema
  let application: Application
  let runner: UnitOfWorkRunner
  let timers: TimerRunner
  let pool: PostgresPool
  let clock: Clock

  static func with<Value>(
    at instant: Date, profile: String = "ends", book: RuleBook? = nil, _ body: (Desk) async throws -> Value
  ) async throws -> Value {
    try await TestSchema.with("scoring", MessagingMigrations.all + ServiceKitMigrations.all + Application.migrations) {
      schema in
      let desk = try Desk(schema: schema, instant: instant, book: try book ?? Fixtures.book(profile))
      let result: Result<Value, any Error>
      do {
        result = .success(try await body(desk))
      } catch {
        result = .failure(error)
      }
      await desk.pool.shutdown()
      return try result.get()
    }
  }

  private init(schema: TestSchema, instant: Date, book: RuleBook) throws {
    self.schema = schema
    pool = PostgresPool(configuration: schema.configuration, logger: TestSchema.logger)
    clock = Clock(instant)
    let key = SealingPrivateKey.generate(id: "test")
    let context = UnitOfWorkContext(
      source: .scoring, shards: OutboxShards(count: 2), sealer: try Sealer(recipients: [key.recipient()]),
      clock: clock)
    runner = UnitOfWorkRunner(pool: pool, context: context, signal: RelaySignal())
    application = try Application(
      runner: runner, rules: book, prefix: .standard, signer: CodeSigner(Fixtures.codeKey),
      check: { token in
        guard let principal = Person(token: token)?.principal else { throw Problem.unauthenticated }
        return principal
      })
    timers = TimerRunner(
      handlers: application.timers, pool: pool, context: context, signal: RelaySignal(), logger: TestSchema.logger)
  }

  /// Takes events in as one batch of their topic.
  func take(_ events: [any EventPayload], on topic: Topic = .enforcement, from source: String = "/enforcement/test")
    async throws
  {
    let subscription = try subscription(topic)
    try await runner.run { work in
      let messages = try events.enumerated().map { index, event in
        try subscription.read(Self.record(event, on: subscription.topic, from: source, offset: Int64(index)))
      }
      try await subscription.handle(messages, work)
    }
  }

  private func subscription(_ topic: Topic) throws -> Subscription {
    guard let found = application.subscriptions.first(where: { $0.topic == TopicPrefix.standard.name(of: topic) })
    else { throw Fixtures.Missing() }
    return found
  }

  static func record(
    _ event: any EventPayload, on topic: String, from source: String, offset: Int64
  ) -> KafkaMessage {
    let headers = [
      ("ce_specversion", "1.0"), ("ce_id", UUID().lowercased), ("ce_source", source),
      ("ce_type", type(of: event).type.rawValue), ("content-type", "application/json"),
    ]
    return KafkaMessage(
      topic: topic, partition: 0, offset: offset, value: event.json.bytes,
      headers: headers.map { KafkaHeader($0.0, Array($0.1.utf8)) })
  }

  /// Moves the clock and fires what is due.
  func move(to instant: Date) async throws {
    clock.move(to: instant)
    while try await timers.fireDue() > 0 {}
  }

  /// An event that waits in the outbox.
  struct Told: Sendable {
    let key: String
    let data: JSON
    var score: String? {
      if case .number(let text)? = data["score"] { text } else { nil }
    }
    var colour: String? { data["colour"]?.string }
  }

  /// What was put on a topic, in order.
  func told(_ topic: Topic, about subject: String = Fixtures.firm) async throws -> [Told] {
    let rows = try await pool.query(
      "select key, payload from outbox where topic = \(topic.name) and key = \(subject) order by id",
      as: (String, [UInt8]).self)
    return try rows.map { Told(key: $0.0, data: try JSON(parsing: $0.1, limits: JSONLimits())) }
  }

  func rating(_ subject: String = Fixtures.firm) async throws -> Rating? {
    try await runner.read { try await RatingStore().find(subject, on: $0) }
  }

  func count(_ statement: SQL) async throws -> Int {
    try await pool.query(statement, as: Int.self).first ?? -1
  }
}
