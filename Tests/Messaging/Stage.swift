import Contracts
import FoundationEssentials
import Kafka
import Logging
import Postgres
import Sealing
import Support
import Testing
import Tracing

@testable import Messaging

/// A schema with the messaging's tables, topics of its own, and the parts built on them as a service builds them.
struct Stage: Sendable {
  let schema: TestSchema
  let topics: TestTopics
  let pool: PostgresPool
  let context: UnitOfWorkContext
  let signal = RelaySignal()
  let opener: Opener
  let settings: RelaySettings
  let broker: BrokerWatch
  let logger = TestSchema.logger

  static func with<Value>(
    tracer: (any Tracer)? = nil, _ body: (Stage) async throws -> Value
  ) async throws -> Value {
    try await TestSchema.with("petitions", MessagingMigrations.all + [probe]) { schema in
      let topics = try TestTopics()
      let stage = try Stage(schema: schema, topics: topics, tracer: tracer)
      _ = try await stage.broker.createTopics()
      let result: Result<Value, any Error>
      do {
        result = .success(try await body(stage))
      } catch {
        result = .failure(error)
      }
      await stage.pool.shutdown()
      try await topics.delete()
      return try result.get()
    }
  }

  /// A state table for the tests' handler.
  private static let probe = Migration(
    component: "probe", number: 1, name: "tables",
    text: """
      create table probe (key text primary key, seen text[] not null default '{}');
      do $$ begin
        execute format('grant select, insert, update on probe to %I', current_setting('ecoredress.service_role'));
      end $$;
      """)

  init(schema: TestSchema, topics: TestTopics, tracer: (any Tracer)?) throws {
    self.schema = schema
    self.topics = topics
    pool = PostgresPool(configuration: schema.configuration, logger: logger)
    let key = SealingPrivateKey.generate(id: "test")
    opener = Opener(keys: [key])
    context = UnitOfWorkContext(
      source: .petitions, shards: OutboxShards(count: 2), sealer: try Sealer(recipients: [key.recipient()]),
      clock: SystemClock(), tracer: tracer)
    let prefix = try #require(TopicPrefix(topics.prefix))
    settings = RelaySettings(
      kafka: topics.settings, service: .petitions, prefix: prefix, shards: 2, pollInterval: .milliseconds(20))
    broker = BrokerWatch(settings: settings, replicationFactor: 1, pool: pool, logger: logger)
  }

  var runner: UnitOfWorkRunner { UnitOfWorkRunner(pool: pool, context: context, signal: signal) }

  /// A relay as a service has one.
  func relay(faults: FaultPoints = .none) -> Relay {
    var lock = schema.configuration
    lock.idleSessionTimeout = .seconds(10)
    return Relay(
      settings: settings, pool: pool, lockConfiguration: lock, broker: broker, signal: signal, faults: faults,
      logger: logger)
  }

  /// Emits `count` events round-robin over the keys, one unit of work each `batch`.
  func emit(_ count: Int, keys: Int = 5, batch: Int = 10, from start: Int = 0) async throws {
    for first in stride(from: start, to: start + count, by: batch) {
      try await runner.run { work in
        for number in first..<min(first + batch, start + count) {
          work.emit(
            OutboundEvent(
              topic: .petitions, key: "key-\(number % keys)", type: "ecoredress.probe.made.v1",
              subject: "key-\(number % keys)", cause: Cause(id: "cause-\(number)", correlation: "root"),
              sequence: Int64(number), data: ["number": .integer(number)]))
        }
      }
    }
  }

  /// The numbers on the topic, key by key, in the order of the log.
  func published() async throws -> [String: [Int]] {
    var numbers: [String: [Int]] = [:]
    for message in try await topics.read(settings.prefix.name(of: .petitions)) {
      let json = try JSON(parsing: message.value ?? [], limits: JSONLimits(maximumBytes: 10_000))
      let key = String(decoding: message.key ?? [], as: UTF8.self)
      numbers[key, default: []].append(Int(json["number"]?.integer ?? -1))
    }
    return numbers
  }

  /// What `emit` should have led to.
  static func expected(_ count: Int, keys: Int = 5) -> [String: [Int]] {
    Dictionary(grouping: 0..<count) { "key-\($0 % keys)" }
  }
}
