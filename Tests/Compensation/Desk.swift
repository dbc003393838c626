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
@testable import Compensation

/// The service's use cases on a real database, without broker and without HTTP; the clock stands where it is put.
struct Desk: Sendable {
  final class Clock: BusinessClock {
    private let instant: Mutex<Date>
    init(_ instant: Date) { self.instant = Mutex(instant) }
    var now: Date { instant.withLock { $0 } }
    func move(to instant: Date) { self.instant.withLock { $0 = instant } }
  }

  /// Carries a value out of a transaction that is rolled back.
  private struct Undo<Value: Sendable>: Error { let value: Value }

  let schema: TestSchema
  let application: Application
  let runner: UnitOfWorkRunner
  let timers: TimerRunner
  let pool: PostgresPool
  let clock: Clock

  static func with<Value>(
    at instant: Date, profile: String = "zhangzhou", _ body: (Desk) async throws -> Value
  ) async throws -> Value {
    try await TestSchema.with(
      "compensation", MessagingMigrations.all + ServiceKitMigrations.all + Application.migrations
    ) { schema in
      let desk = try Desk(schema: schema, instant: instant, profile: profile)
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

  private init(schema: TestSchema, instant: Date, profile: String) throws {
    self.schema = schema
    pool = PostgresPool(configuration: schema.configuration, logger: TestSchema.logger)
    clock = Clock(instant)
    let key = SealingPrivateKey.generate(id: "test")
    let context = UnitOfWorkContext(
      source: .compensation, shards: OutboxShards(count: 2), sealer: try Sealer(recipients: [key.recipient()]),
      clock: clock)
    runner = UnitOfWorkRunner(pool: pool, context: context, signal: RelaySignal())
    application = try Application(
      runner: runner, rules: try Fixtures.book(profile), prefix: .standard,
      check: { token in
        guard let principal = Person(token: token)?.principal else { throw Problem.unauthenticated }
        return principal
      })
    timers = TimerRunner(
      handlers: application.timers, pool: pool, context: context, signal: RelaySignal(), logger: TestSchema.logger)
  }

  /// Takes events in as one batch of their topic.
  func take(
    _ events: [any EventPayload], on topic: Topic = .enforcement, from source: String = "/enforcement/test",
    correlation: String? = nil
  ) async throws {
    let subscription = try subscription(topic)
    try await runner.run { work in
      let messages = try events.enumerated().map { index, event in
        try subscription.read(
          Self.record(
            event, on: subscription.topic, from: source, correlation: correlation, offset: Int64(index)))
      }
      try await subscription.handle(messages, work)
    }
  }

  /// The same, with what the database read for it.
  func touching(_ topic: Topic, _ source: String, _ events: [any EventPayload]) async throws -> Touched {
    let subscription = try subscription(topic)
    return try await runner.run { work in
      let messages = try events.enumerated().map { index, event in
        try subscription.read(
          Self.record(event, on: subscription.topic, from: source, correlation: nil, offset: Int64(index)))
      }
      return try await Touched.within(work.connection) { try await subscription.handle(messages, work) }
    }
  }

  private func subscription(_ topic: Topic) throws -> Subscription {
    guard let found = application.subscriptions.first(where: { $0.topic == TopicPrefix.standard.name(of: topic) })
    else { throw Fixtures.Missing() }
    return found
  }

  private static func record(
    _ event: any EventPayload, on topic: String, from source: String, correlation: String?, offset: Int64
  ) -> KafkaMessage {
    var headers = [
      ("ce_specversion", "1.0"), ("ce_id", UUID().lowercased), ("ce_source", source),
      ("ce_type", type(of: event).type.rawValue), ("content-type", "application/json"),
    ]
    if let correlation { headers.append(("ce_correlationid", correlation)) }
    return KafkaMessage(
      topic: topic, partition: 0, offset: offset, value: event.json.bytes,
      headers: headers.map { KafkaHeader($0.0, Array($0.1.utf8)) })
  }

  /// Moves the clock and fires what is due.
  func move(to instant: Date) async throws {
    clock.move(to: instant)
    while try await timers.fireDue() > 0 {}
  }

  /// What was put on a topic, in order.
  func told(_ topic: Topic = .compensations) async throws -> [Told] {
    let rows = try await pool.query(
      "select key, headers, payload from outbox where topic = \(topic.name) order by id",
      as: (String, [UInt8], [UInt8]).self)
    return try rows.map { row in
      let headers = (KafkaHeaderBlock(validating: row.1)?.headers ?? []).map {
        ($0.name, String(decoding: $0.value ?? [], as: UTF8.self))
      }
      return Told(
        key: row.0, headers: Dictionary(headers, uniquingKeysWith: { first, _ in first }),
        data: try JSON(parsing: row.2, limits: JSONLimits()))
    }
  }

  /// The latest event of a type that was told.
  func latest<Payload: EventPayload>(_ payload: Payload.Type) async throws -> Payload {
    let found = try await told().last { $0.headers["ce_type"] == Payload.type.rawValue }
    guard let found else { throw Fixtures.Missing() }
    return try Payload(json: found.data)
  }

  /// The only case there is.
  func onlyCase() async throws -> CompensationCase {
    let found = try await runner.read {
      try await CaseStore().read("select \(CaseRow.columns) from compensation_case", on: $0)
    }
    guard let only = found.first?.compensation, found.count == 1 else { throw Fixtures.Missing() }
    return only
  }

  /// Takes a step as staff do.
  @discardableResult
  func step(_ step: some CaseStep, on id: UUID) async throws -> CompensationCase? {
    try await runner.run { work in
      try await application.takeStep(step, on: id, by: Self.leader, work: work, authorise: { _ in })
    }
  }

  /// Takes a case on to stages as the parts of the service do that are built on the frame.
  func enter(_ stages: [CompensationStatus], on id: UUID) async throws {
    for stage in stages {
      _ = try await runner.run { work in
        try await application.takeStep.change(
          id, with: .fileDocument, detail: [:], by: Self.leader, work: work, authorise: { _ in }
        ) { compensation, circumstances in
          try compensation.enter(stage, in: circumstances)
          return []
        }
      }
    }
  }

  private static let leader = Caller(subject: "leader-1", requestId: "r", traceParent: nil, territory: ["350600"])

  /// Runs the body in a transaction that is rolled back.
  func undone<Value: Sendable>(_ body: (PostgresConnection) async throws -> Value) async throws -> Value {
    do {
      return try await pool.withTransaction { connection -> Value in
        throw Undo(value: try await body(connection))
      }
    } catch let undo as Undo<Value> {
      return undo.value
    }
  }

  func count(_ statement: SQL) async throws -> Int {
    try await pool.query(statement, as: Int.self).first ?? -1
  }
}
