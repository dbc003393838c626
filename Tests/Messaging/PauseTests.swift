import Contracts
import FoundationEssentials
import Kafka
import Postgres
import Support
import Testing

@testable import Messaging

/// What an operator holds back, against a real broker and database.
@Suite("Pauses", .serialized)
struct PauseTests {
  private func subscription(_ topic: String) -> Subscription {
    Subscription(
      topic: topic, types: ["ecoredress.probe.sent.v1"],
      handle: { messages, work in
        for message in messages {
          let text = String(decoding: message.event.data ?? [], as: UTF8.self).filter { $0 != "\"" }
          try await work.connection.execute(
            """
            insert into probe (key, seen) values (\(message.orderingKey), array[\(text)])
            on conflict (key) do update set seen = probe.seen || excluded.seen
            """)
        }
      })
  }

  private func record(_ topic: String, key: String, text: String, partition: Int32) -> KafkaRecord {
    KafkaRecord(
      topic: topic, partition: partition, key: Array(key.utf8), value: Array("\"\(text)\"".utf8),
      headers: [
        KafkaHeader("ce_specversion", text: "1.0"), KafkaHeader("ce_id", text: "\(key)-\(text)"),
        KafkaHeader("ce_source", text: "/test"), KafkaHeader("ce_type", text: "ecoredress.probe.sent.v1"),
        KafkaHeader("content-type", text: "application/json"),
      ])
  }

  /// A consumer of these topics while the body runs.
  private func consuming(_ stage: Stage, _ topics: [String], _ body: (InboundConsumer) async throws -> Void)
    async throws
  {
    let consumer = InboundConsumer(
      settings: .init(
        kafka: stage.topics.settings, group: stage.topics.prefix + "group",
        limits: KafkaBatchLimits(messages: 100, bytes: 1 << 20, wait: .milliseconds(20))),
      subscriptions: topics.map(subscription), pool: stage.pool, context: stage.context, broker: stage.broker,
      signal: stage.signal, faults: .none, logger: stage.logger)
    let task = Task { try await consumer.run() }
    let result: Result<Void, any Error>
    do {
      result = .success(try await body(consumer))
    } catch {
      result = .failure(error)
    }
    task.cancel()
    try await task.value
    try result.get()
  }

  private func seen(_ stage: Stage, _ key: String) async throws -> [String] {
    try await stage.pool.query("select unnest(seen) from probe where key = \(key)", as: String.self)
  }

  @Test func `a paused topic waits on the broker while others go on, and goes on where it stood`() async throws {
    try await Stage.with { stage in
      let (held, free) = (try await stage.topics.make("held"), try await stage.topics.make("free"))
      let pauses = Pauses(runner: stage.runner)
      try await consuming(stage, [held, free]) { consumer in
        try await stage.topics.write([record(held, key: "a", text: "1", partition: 0)])
        #expect(try await eventually { try await seen(stage, "a") == ["1"] })

        #expect(try await pauses.pause(.topic, of: held, by: "op", reason: "the law changes at noon"))
        let again = try await pauses.pause(.topic, of: held, by: "other", reason: "me too")
        #expect(!again)
        #expect(
          try await eventually {
            consumer.status.kafka?.held.values.contains { $0.contains("paused by op: the law changes") } == true
          })
        try await stage.topics.write([
          record(held, key: "a", text: "2", partition: 0), record(free, key: "b", text: "1", partition: 0),
        ])
        #expect(try await eventually { try await seen(stage, "b") == ["1"] })
        #expect(try await seen(stage, "a") == ["1"])

        #expect(try await pauses.resume(.topic, of: held, by: "op", reason: "noon is over"))
        #expect(try await eventually { try await seen(stage, "a") == ["1", "2"] })
        let twice = try await pauses.resume(.topic, of: held, by: "op", reason: "again")
        #expect(!twice)
      }
      let trail = try await stage.pool.query("select action from audit order by id", as: String.self)
      #expect(trail == ["inbound.paused", "inbound.resumed"])
    }
  }

  @Test func `a paused partition holds its own messages alone`() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in", partitions: 2)
      _ = try await Pauses(runner: stage.runner).pause(.partition(1), of: topic, by: "op", reason: "looking")
      try await stage.topics.write([
        record(topic, key: "a", text: "1", partition: 0), record(topic, key: "b", text: "1", partition: 1),
      ])
      try await consuming(stage, [topic]) { consumer in
        let isTaken = try await eventually { try await seen(stage, "a") == ["1"] }
        #expect(isTaken)
        #expect(consumer.status.kafka?.held.keys.map(\.partition) == [1])
        let held = try await seen(stage, "b")
        #expect(held.isEmpty)
      }
    }
  }

  @Test func `messages of a paused key are kept in order, others go on, and a redrive takes them in`() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in", partitions: 1)
      let pauses = Pauses(runner: stage.runner)
      _ = try await pauses.pause(.key("a"), of: topic, by: "op", reason: "a quarrel about this case")
      let letters = DeadLetters(
        pool: stage.pool, context: stage.context, subscriptions: [subscription(topic)], opener: stage.opener,
        signal: stage.signal)
      try await consuming(stage, [topic]) { _ in
        try await stage.topics.write(
          (1...3).flatMap { number in
            ["a", "b"].map { record(topic, key: $0, text: "\(number)", partition: 0) }
          })
        #expect(try await eventually { try await seen(stage, "b") == ["1", "2", "3"] })
        var filter = DeadLetterFilter()
        filter.code = "key-paused"
        #expect(try await letters.list(filter, limit: 10).map(\.state) == [.waiting, .waiting, .waiting])
        // A redrive of all that is held leaves it: somebody holds it back.
        #expect(try await letters.heldKeys().isEmpty)

        _ = try await pauses.resume(.key("a"), of: topic, by: "op", reason: "settled")
        // What comes now keeps its turn.
        try await stage.topics.write([record(topic, key: "a", text: "4", partition: 0)])
        #expect(try await eventually { try await letters.counts() == [.waiting: 4] })
        #expect(try await seen(stage, "a").isEmpty)
        #expect(try await letters.redrive(topic: topic, orderingKey: "a") == (redriven: 4, left: 0))
        #expect(try await seen(stage, "a") == ["1", "2", "3", "4"])
      }
    }
  }
}
