import Contracts
import FoundationEssentials
import Kafka
import Postgres
import Support
import Testing

@testable import Messaging

/// The consumer against a real broker and database.
@Suite("Taking events in", .serialized)
struct InboundTests {
  private struct Broken: Error {}

  /// A handler that appends the message's text to the row of its key, and fails for texts that begin with "poison".
  private func subscription(
    _ topic: String, poison: Remembered<Bool>? = nil, delayed: Remembered<[String]>? = nil
  ) -> Subscription {
    Subscription(
      topic: topic, types: ["ecoredress.probe.sent.v1"],
      handle: { messages, work in
        for message in messages {
          let text = String(decoding: message.event.data ?? [], as: UTF8.self)
          if text.contains("poison"), poison?.value ?? true { throw Broken() }
          try await work.connection.execute(
            """
            insert into probe (key, seen) values (\(message.orderingKey), array[\(text)])
            on conflict (key) do update set seen = probe.seen || excluded.seen
            """)
          work.emit(
            OutboundEvent(
              topic: .petitions, key: message.orderingKey, type: "ecoredress.probe.taken.v1",
              subject: message.orderingKey, cause: message.cause, sequence: 1, data: .object([:])))
        }
      },
      delay: { messages, _ in
        let texts = messages.map { String(decoding: $0.event.data ?? [], as: UTF8.self) }
        delayed?.change { $0 += texts }
      })
  }

  private func record(_ topic: String, key: String, id: String, text: String, partition: Int32? = nil) -> KafkaRecord {
    KafkaRecord(
      topic: topic, partition: partition, key: Array(key.utf8), value: Array("\"\(text)\"".utf8),
      headers: [
        KafkaHeader("ce_specversion", text: "1.0"), KafkaHeader("ce_id", text: id),
        KafkaHeader("ce_source", text: "/test"), KafkaHeader("ce_type", text: "ecoredress.probe.sent.v1"),
        KafkaHeader("content-type", text: "application/json"),
      ])
  }

  private func consuming(
    _ stage: Stage, _ subscriptions: [Subscription], within limit: Duration = .seconds(30),
    looking look: (InboundConsumer) -> Void = { _ in }, until condition: () async throws -> Bool
  ) async throws {
    let consumer = InboundConsumer(
      settings: .init(
        kafka: stage.topics.settings, group: stage.topics.prefix + "group",
        limits: KafkaBatchLimits(messages: 100, bytes: 1 << 20, wait: .milliseconds(20))),
      subscriptions: subscriptions, pool: stage.pool, context: stage.context, broker: stage.broker,
      signal: stage.signal, faults: .none, logger: stage.logger)
    let task = Task { try await consumer.run() }
    let held = try await eventually(within: limit) {
      look(consumer)
      return try await condition()
    }
    look(consumer)
    task.cancel()
    try await task.value
    #expect(held, "the consumer did not get there: \(consumer.status)")
  }

  private func seen(_ stage: Stage, _ key: String) async throws -> [String] {
    try await stage.pool.query(
      "select unnest(seen) from probe where key = \(key)", as: String.self
    ).map { String($0.filter { $0 != "\"" as Character }) }
  }

  @Test("each event has its effect once, though it was sent twice and the consumer starts again")
  func once() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in")
      let records = (0..<60).map { record(topic, key: "k\($0 % 4)", id: "id-\($0)", text: "\($0)") }
      try await stage.topics.write(Array(records[..<40]) + Array(records[..<10]))
      try await consuming(stage, [subscription(topic)]) {
        try await stage.pool.query("select count(*) from outbox", as: Int.self) == [40]
      }
      // Offsets that Kafka holds play no part.
      let admin = try KafkaAdmin(settings: stage.topics.settings, logger: stage.logger)
      try? await admin.deleteGroup(stage.topics.prefix + "group")
      await admin.close()
      try await stage.topics.write(Array(records[30...]))
      try await consuming(stage, [subscription(topic)]) {
        try await stage.pool.query("select count(*) from outbox", as: Int.self) == [60]
      }
      for key in 0..<4 {
        #expect(try await seen(stage, "k\(key)") == (0..<60).filter { $0 % 4 == key }.map { "\($0)" })
      }
    }
  }

  @Test("a message that fails is parked, its key waits in order, others go on, and a redrive restores the order")
  func parked() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in", partitions: 1)
      let poison = Remembered(true)
      let delayed = Remembered<[String]>([])
      let subscription = subscription(topic, poison: poison, delayed: delayed)
      var records = (0..<20).map { record(topic, key: "k\($0 % 4)", id: "id-\($0)", text: "\($0)") }
      records.insert(record(topic, key: "k1", id: "poison", text: "poison"), at: 8)
      try await stage.topics.write(records)
      try await consuming(stage, [subscription]) {
        try await stage.pool.query("select coalesce(sum(next_offset), 0)::bigint from consumer_position", as: Int.self)
          == [21]
      }
      #expect(try await seen(stage, "k0") == ["0", "4", "8", "12", "16"])
      #expect(try await seen(stage, "k1") == ["1", "5"])
      #expect(delayed.value.sorted() == ["\"13\"", "\"17\"", "\"9\"", "\"poison\""])

      let letters = DeadLetters(
        pool: stage.pool, context: stage.context, subscriptions: [subscription], opener: stage.opener,
        signal: stage.signal)
      #expect(try await letters.counts() == [.parked: 1, .waiting: 3])
      #expect(try await letters.redrive(topic: topic, orderingKey: "k1") == (redriven: 0, left: 4))
      poison.change { $0 = false }
      #expect(try await letters.redrive(topic: topic, orderingKey: "k1") == (redriven: 4, left: 0))
      #expect(try await seen(stage, "k1") == ["1", "5", "poison", "9", "13", "17"])
      #expect(try await letters.heldKeys().isEmpty)
    }
  }

  @Test("after an unclean end messages are taken in one by one, and only few of them in one transaction")
  func carefully() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in", partitions: 1)
      try await stage.pool.execute(
        """
        insert into consumer_position (topic, partition, next_offset, owner, released)
        values (\(topic), 0, 0, \(UUID()), false)
        """)
      try await stage.topics.write((0..<120).map { record(topic, key: "k", id: "id-\($0)", text: "\($0)") })
      let subscription = Subscription(
        topic: topic, types: ["ecoredress.probe.sent.v1"],
        handle: { messages, work in
          // By the whole transaction, whatever savepoint a message has for itself.
          try await work.connection.execute(
            """
            insert into probe (key, seen) values (pg_current_xact_id()::text, array[\(String(messages.count))])
            on conflict (key) do update set seen = probe.seen || excluded.seen
            """)
        })
      try await consuming(stage, [subscription]) {
        try await stage.pool.query("select coalesce(sum(cardinality(seen)), 0)::bigint from probe", as: Int.self)
          == [120]
      }
      let transactions = try await stage.pool.query("select seen from probe", as: [String].self)
      #expect(transactions.allSatisfy { $0.count <= InboundDelegate.carefulPortion })
      #expect(transactions.allSatisfy { $0.allSatisfy { $0 == "1" } })
    }
  }

  @Test("what takes too long for one transaction is taken in by smaller ones, in order, and nothing is parked")
  func tooLong() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in", partitions: 1)
      try await stage.topics.write((0..<120).map { record(topic, key: "k", id: "id-\($0)", text: "\($0)") })
      let subscription = Subscription(
        topic: topic, types: ["ecoredress.probe.sent.v1"],
        handle: { messages, work in
          if messages.count > 30 {
            try await work.connection.execute("set local statement_timeout = '50ms'")
            try await work.connection.execute("select pg_sleep(5)")
          }
          let texts = messages.map { String(decoding: $0.event.data ?? [], as: UTF8.self) }
          try await work.connection.execute(
            """
            insert into probe (key, seen) values ('k', \(texts))
            on conflict (key) do update set seen = probe.seen || excluded.seen
            """)
        })
      try await consuming(stage, [subscription]) { try await seen(stage, "k").count == 120 }
      #expect(try await seen(stage, "k") == (0..<120).map { "\($0)" })
      #expect(try await stage.pool.query("select count(*) from dead_letter", as: Int.self) == [0])
    }
  }

  @Test("what gives way to other transactions is tried until it passes, and never parked")
  func contention() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in", partitions: 1)
      try await stage.topics.write((0..<4).map { record(topic, key: "k", id: "id-\($0)", text: "\($0)") })
      let attempts = Remembered(0)
      let taking = subscription(topic)
      let yielding = Subscription(
        topic: topic, types: taking.types,
        handle: { messages, work in
          attempts.change { $0 += 1 }
          if attempts.value <= BatchProcessor.patience + 4 {
            try await work.connection.execute("do $$ begin raise 'given way' using errcode = '40001'; end $$")
          }
          try await taking.handle(messages, work)
        })
      var silent = 0
      var told = false
      let look = { (consumer: InboundConsumer) in
        let isAgain = attempts.value > 1
        let status = consumer.status
        guard isAgain, status.taken == 0 else { return }
        if status.batchFailure == nil { silent += 1 } else { told = true }
      }
      try await consuming(stage, [yielding], looking: look) { try await seen(stage, "k").count == 4 }
      #expect(told && silent == 0, "while a batch is tried again it is said why")
      #expect(try await seen(stage, "k") == ["0", "1", "2", "3"])
      #expect(try await stage.pool.query("select count(*) from dead_letter", as: Int.self) == [0])
    }
  }

  @Test("a message alone that takes so long that its session is ended is parked, and others go on")
  func endless() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in", partitions: 1)
      let texts = ["0", "endless", "1"]
      try await stage.topics.write(texts.map { record(topic, key: $0, id: "id-\($0)", text: $0) })
      let taking = subscription(topic)
      let slow = Subscription(
        topic: topic, types: taking.types,
        handle: { messages, work in
          if messages.contains(where: { $0.orderingKey == "endless" }) {
            try await work.connection.execute("set local idle_in_transaction_session_timeout = '50ms'")
            try await Task.sleep(for: .milliseconds(300))
          }
          try await taking.handle(messages, work)
        })
      try await consuming(stage, [slow], within: .seconds(60)) { try await seen(stage, "1").count == 1 }
      let held = try await stage.pool.query("select ordering_key, code from dead_letter", as: (String, String).self)
      #expect(held.count == 1 && held.allSatisfy { $0 == ("endless", "database-25P03") })
      #expect(try await seen(stage, "0") == ["0"])
    }
  }

  @Test("what is no event is refused, kept sealed, and blocks nothing")
  func refused() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in", partitions: 1)
      try await stage.topics.write([
        KafkaRecord(topic: topic, key: Array("k".utf8), value: Array("王先生 13800000000".utf8)),
        KafkaRecord(topic: topic, key: Array("k".utf8), value: nil),
        record(topic, key: "k", id: "good", text: "good"),
      ])
      try await consuming(stage, [subscription(topic)]) { try await seen(stage, "k") == ["good"] }
      let codes = try await stage.pool.query(
        "select code from dead_letter where state = 'rejected' order by record_offset", as: String.self)
      #expect(codes == ["json-invalid", "tombstone"])
      let readable = try await stage.pool.query(
        "select count(*) from dead_letter where position('138'::bytea in record) > 0", as: Int.self)
      #expect(readable == [0])
    }
  }

  @Test("a position outside its log stops that partition aloud, and only that one")
  func outsideTheLog() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in", partitions: 2)
      try await stage.topics.write([
        record(topic, key: "a", id: "a", text: "a", partition: 0),
        record(topic, key: "b", id: "b", text: "b", partition: 1),
      ])
      try await stage.pool.execute(
        "insert into consumer_position (topic, partition, next_offset) values (\(topic), 0, 1000)")
      let consumer = InboundConsumer(
        settings: .init(
          kafka: stage.topics.settings, group: stage.topics.prefix + "group",
          limits: KafkaBatchLimits(messages: 100, bytes: 1 << 20, wait: .milliseconds(20))),
        subscriptions: [subscription(topic)], pool: stage.pool, context: stage.context, broker: stage.broker,
        signal: stage.signal, faults: .none, logger: stage.logger)
      let task = Task { try await consumer.run() }
      #expect(try await eventually { try await seen(stage, "b") == ["b"] })
      #expect(try await eventually { consumer.status.kafka?.held.keys.contains(KafkaPartition(topic, 0)) == true })
      #expect(try await seen(stage, "a").isEmpty)
      task.cancel()
      try await task.value
    }
  }

  @Test("a position outside the log of a broker that has lost its data starts over, however lately it was looked at")
  func lostMeanwhile() async throws {
    try await Stage.with { stage in
      try await stage.broker.confirm()
      let topic = stage.topics.prefix + "in"
      try await stage.pool.execute(
        "insert into consumer_position (topic, partition, next_offset) values (\(topic), 0, 1000)")
      try await stage.topics.delete()
      _ = try await stage.topics.make("in", partitions: 1)
      try await stage.topics.write([record(topic, key: "a", id: "a", text: "a", partition: 0)])
      let consumer = InboundConsumer(
        settings: .init(
          kafka: stage.topics.settings, group: stage.topics.prefix + "group",
          limits: KafkaBatchLimits(messages: 100, bytes: 1 << 20, wait: .milliseconds(20))),
        subscriptions: [subscription(topic)], pool: stage.pool, context: stage.context, broker: stage.broker,
        signal: stage.signal, faults: .none, logger: stage.logger)
      let task = Task { try await consumer.run() }
      #expect(try await eventually(within: .seconds(30)) { try await seen(stage, "a") == ["a"] })
      task.cancel()
      try await task.value
    }
  }

  @Test("two members take everything in once, while a third joins and leaves")
  func rebalancing() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in", partitions: 6)
      func member() -> InboundConsumer {
        InboundConsumer(
          settings: .init(
            kafka: stage.topics.settings, group: stage.topics.prefix + "group",
            limits: KafkaBatchLimits(messages: 20, bytes: 1 << 20, wait: .milliseconds(5))),
          subscriptions: [subscription(topic)], pool: stage.pool, context: stage.context, broker: stage.broker,
          signal: stage.signal, faults: .none, logger: stage.logger)
      }
      let total = 3_000
      let records = (0..<total).map { record(topic, key: "k\($0 % 24)", id: "id-\($0)", text: "\($0)") }
      let members = [member(), member()].map { member in Task { try await member.run() } }
      try await stage.topics.write(Array(records[..<1_000]))
      let third = member()
      let passing = Task { try await third.run() }
      try await stage.topics.write(Array(records[1_000..<2_000]))
      _ = try await eventually { third.status.taken > 0 }
      passing.cancel()
      try await passing.value
      try await stage.topics.write(Array(records[2_000...]))
      #expect(
        try await eventually(within: .seconds(40)) {
          try await stage.pool.query("select count(*) from outbox", as: Int.self) == [total]
        })
      for task in members {
        task.cancel()
        try await task.value
      }
      for key in 0..<24 {
        #expect(try await seen(stage, "k\(key)") == (0..<total).filter { $0 % 24 == key }.map { "\($0)" })
      }
    }
  }
}
