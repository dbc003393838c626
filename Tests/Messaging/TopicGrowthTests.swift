import Contracts
import FoundationEssentials
import Kafka
import Postgres
import Support
import Testing

@testable import Messaging

/// More partitions for a topic that is written and read, against a real broker and database.
@Suite("Growing a topic", .serialized)
struct TopicGrowthTests {
  private static let keys = 40

  private func topic(_ stage: Stage) -> String { stage.settings.prefix.name(of: .petitions) }

  private func growth(_ stage: Stage) -> TopicGrowth {
    var lock = stage.schema.configuration
    lock.idleSessionTimeout = .seconds(10)
    return TopicGrowth(settings: stage.settings, lockConfiguration: lock, runner: stage.runner, logger: stage.logger)
  }

  /// A consumer that writes down what it took in, key by key.
  private func consumer(_ stage: Stage, of kafka: KafkaSettings) -> InboundConsumer {
    let subscription = Subscription(
      topic: topic(stage), types: ["ecoredress.probe.made.v1"],
      handle: { messages, work in
        for message in messages {
          let data = try JSON(parsing: message.event.data ?? [], limits: JSONLimits(maximumBytes: 10_000))
          try await work.connection.execute(
            """
            insert into probe (key, seen) values (\(message.orderingKey), array[\(String(data["number"]?.integer ?? -1))])
            on conflict (key) do update set seen = probe.seen || excluded.seen
            """)
        }
      })
    return InboundConsumer(
      settings: .init(
        kafka: kafka, group: stage.topics.prefix + "group",
        limits: KafkaBatchLimits(messages: 100, bytes: 1 << 20, wait: .milliseconds(20))),
      subscriptions: [subscription], pool: stage.pool, context: stage.context, broker: stage.broker,
      signal: stage.signal, faults: .none, logger: stage.logger)
  }

  private func taken(_ stage: Stage) async throws -> [String: [Int]] {
    let rows = try await stage.pool.query("select key, seen from probe", as: (String, [String]).self)
    return Dictionary(rows.map { ($0.0, $0.1.compactMap { Int($0) }) }) { first, _ in first }
  }

  private func count(_ stage: Stage) async throws -> Int? {
    let admin = try KafkaAdmin(settings: stage.topics.settings, logger: stage.logger)
    let name = topic(stage)
    let count = try await admin.topics(matching: { $0 == name })[name]
    await admin.close()
    return count
  }

  /// What the broker says of each partition, and how many records a new reader finds in it.
  private func found(_ stage: Stage) async throws -> String {
    let admin = try KafkaAdmin(settings: stage.topics.settings, logger: stage.logger)
    let logs = try await admin.watermarks((0..<19).map { KafkaPartition(topic(stage), $0) })
    await admin.close()
    var records: [Int32: Int] = [:]
    for message in try await stage.topics.read(topic(stage)) { records[message.partition, default: 0] += 1 }
    return logs.sorted { $0.key < $1.key }.map { partition, log in
      "\(partition.partition): \(log.low) to \(log.high), \(records[partition.partition] ?? 0) read"
    }.joined(separator: "; ")
  }

  @Test("under load each key stays in order, though it moves to another partition, and nothing is lost or doubled")
  func underLoad() async throws {
    try await MendedBroker.with { servers in
      try await Stage.with { try await growUnderLoad($0, reading: KafkaSettings(bootstrapServers: servers)) }
    }
  }

  private func growUnderLoad(_ stage: Stage, reading kafka: KafkaSettings) async throws {
    let relay = stage.relay()
    let publishing = Task { try await relay.run() }
    let reader = consumer(stage, of: kafka)
    let reading = Task { try await reader.run() }
    let emitting = Task {
      for first in stride(from: 0, to: 1_200, by: 20) {
        try await stage.emit(20, keys: Self.keys, from: first)
        try await Task.sleep(for: .milliseconds(20))
      }
    }
    try await Task.sleep(for: .milliseconds(400))
    try await growth(stage).grow(
      topic(stage), to: 19, leftOut: [], patience: .seconds(60), by: "test", reason: "more readers"
    ) { _ in }
    try await emitting.value
    let present = try await count(stage)
    #expect(present == 19)
    let all = Stage.expected(1_200, keys: Self.keys)
    let isTaken = try await eventually(within: .seconds(60)) {
      try await taken(stage).values.reduce(0) { $0 + $1.count } >= 1_200
    }
    let found = try await isTaken ? "" : found(stage)
    #expect(isTaken, "the consumer did not get there: \(reader.status); \(found)")
    for task in [publishing, reading] {
      task.cancel()
      try await task.value
    }
    let seen = try await taken(stage)
    #expect(seen == all)
    // Else the test shows nothing: some keys did move.
    let places = try await stage.topics.read(topic(stage)).reduce(into: [String: Set<Int32>]()) { places, message in
      places[String(decoding: message.key ?? [], as: UTF8.self), default: []].insert(message.partition)
    }
    #expect(places.values.contains { $0.count > 1 })
    let audit = try await stage.pool.query("select action, subject from audit", as: (String, String).self)
    #expect(audit.contains { $0 == ("topic.grown", "\(topic(stage)) to 19") })
  }

  @Test(
    "while somebody has not read everything nothing is changed, and publishing goes on; who is gone can be left out")
  func unread() async throws {
    try await Stage.with { stage in
      let relay = stage.relay()
      let publishing = Task { try await relay.run() }
      let reader = consumer(stage, of: stage.topics.settings)
      let reading = Task { try await reader.run() }
      try await stage.emit(40, keys: Self.keys)
      let isTaken = try await eventually { try await taken(stage).count == Self.keys }
      #expect(isTaken)
      reading.cancel()
      try await reading.value
      try await stage.emit(40, keys: Self.keys, from: 40)
      let isPublished = try await eventually {
        try await stage.published().values.reduce(0) { $0 + $1.count } == 80
      }
      #expect(isPublished)

      let told = Remembered<[[String: Int]]>([])
      let group = stage.topics.prefix + "group"
      await #expect(throws: GrowthRefusal.notRead(topic: topic(stage), remaining: [group: 40])) {
        try await growth(stage).grow(
          topic(stage), to: 19, leftOut: [], patience: .seconds(2), by: "test", reason: "more readers"
        ) { remaining in told.change { $0.append(remaining) } }
      }
      #expect(told.value.allSatisfy { $0 == [group: 40] } && !told.value.isEmpty)
      let present = try await count(stage)
      #expect(present == 12)
      try await stage.emit(40, keys: Self.keys, from: 80)
      let goesOn = try await eventually {
        try await stage.published().values.reduce(0) { $0 + $1.count } == 120
      }
      #expect(goesOn)

      try await growth(stage).grow(
        topic(stage), to: 13, leftOut: [group], patience: .seconds(2), by: "test", reason: "it is gone"
      ) { _ in }
      let grown = try await count(stage)
      #expect(grown == 13)
      publishing.cancel()
      try await publishing.value
    }
  }

  @Test("topics of others, of states, of several writers, that are not there, and fewer partitions are refused")
  func refused() async throws {
    try await Stage.with { stage in
      let growth = growth(stage)
      func name(_ topic: Topic) -> String { stage.settings.prefix.name(of: topic) }
      func refusal(_ topic: String, _ partitions: Int) async -> GrowthRefusal? {
        do {
          _ = try await growth.look(topic, to: partitions)
          return nil
        } catch {
          return error as? GrowthRefusal
        }
      }
      guard case .notWritten = await refusal(name(.complaints), 24) else {
        Issue.record("complaints are written by hotlines")
        return
      }
      let state = await refusal(name(.petitionStates), 24)
      #expect(state == .state(topic: name(.petitionStates)))
      guard case .writtenByOthers = await refusal(name(.audit), 24) else {
        Issue.record("the audit topic is written by all four services")
        return
      }
      let fewer = await refusal(name(.petitions), 12)
      #expect(fewer == .notMore(topic: name(.petitions), present: 12))
      let present = try await growth.look(name(.petitions), to: 13)
      #expect(present == 12)
      try await stage.topics.delete()
      let missing = await refusal(name(.petitions), 13)
      #expect(missing == .missing(topic: name(.petitions)))
    }
  }
}
