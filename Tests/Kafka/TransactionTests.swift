import Kafka
import Testing

@Suite("Transactions")
struct TransactionTests {
  private func producer(_ settings: KafkaSettings, _ id: String) async throws -> KafkaTransactionalProducer {
    let producer = try KafkaTransactionalProducer(settings: settings, transactionalID: id, logger: Broker.logger)
    try await producer.initTransactions(timeout: .seconds(15))
    return producer
  }

  private func records(_ topic: String, _ values: Range<Int>) -> [KafkaRecord] {
    values.map { KafkaRecord(topic: topic, partition: 0, key: Array("k".utf8), value: Array("\($0)".utf8)) }
  }

  @Test("a committed transaction is readable, an aborted or open one is not")
  func visibility() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let writer = try await producer(settings, Broker.name("tx"))
      try await writer.warmMetadata(topics: [topic], timeout: .seconds(5))
      try await writer.begin()
      try await writer.produce(records(topic, 0..<10))
      try await writer.commit(timeout: .seconds(10))

      try await writer.begin()
      try await writer.produce(records(topic, 10..<20))
      try await writer.abort(timeout: .seconds(10))

      try await writer.begin()
      try await writer.produce(records(topic, 20..<30))
      #expect(try await Broker.readAll(settings, topic, partitions: 1).map(\.text) == (0..<10).map { "\($0)" })
      try await writer.commit(timeout: .seconds(10))
      let values = try await Broker.readAll(settings, topic, partitions: 1).map(\.text)
      #expect(values == ((0..<10).map { "\($0)" } + (20..<30).map { "\($0)" }))
      await writer.close()
    }
  }

  @Test("positions in a transaction are stored with their metadata on commit and not on abort")
  func offsets() async throws {
    try await Broker.withTopic(partitions: 2) { settings, topic in
      let group = Broker.name("position")
      let (first, other) = (KafkaPartition(topic, 0), KafkaPartition(topic, 1))
      let writer = try await producer(settings, Broker.name("tx"))
      let admin = try KafkaAdmin(settings: settings, logger: Broker.logger)
      #expect(try await admin.committed(group: group, partitions: [first, other]) == [first: nil, other: nil])

      let position = KafkaPosition(offset: 4_242, metadata: "tick 4242, last 17, 系统")
      try await writer.begin()
      try await writer.produce(records(topic, 0..<1))
      try await writer.sendOffsets([first: position], group: group, timeout: .seconds(10))
      try await writer.commit(timeout: .seconds(10))
      #expect(try await admin.committed(group: group, partitions: [first, other]) == [first: position, other: nil])

      try await writer.begin()
      try await writer.sendOffsets([first: KafkaPosition(offset: 9_999)], group: group, timeout: .seconds(10))
      try await writer.abort(timeout: .seconds(10))
      #expect(try await admin.committed(group: group, partitions: [first]) == [first: position])

      // A transaction of nothing but positions is committed too.
      try await writer.begin()
      try await writer.sendOffsets([first: KafkaPosition(offset: 5_000)], group: group, timeout: .seconds(10))
      try await writer.commit(timeout: .seconds(10))
      #expect(try await admin.committed(group: group, partitions: [first]) == [first: KafkaPosition(offset: 5_000)])
      await writer.close()
      await admin.close()
    }
  }

  @Test("a successor with the same id fences its predecessor and ends what it left open")
  func fencing() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let id = Broker.name("tx")
      let zombie = try await producer(settings, id)
      try await zombie.begin()
      try await zombie.produce(records(topic, 0..<5))
      let successor = try await producer(settings, id)
      let error = try await #require(throws: KafkaError.self) {
        try await zombie.produce(records(topic, 5..<10))
        try await zombie.commit(timeout: .seconds(10))
      }
      #expect(error.isFatal)
      #expect(!error.isRetriable)
      #expect(await zombie.fatalCause != nil)
      try await successor.begin()
      try await successor.produce(records(topic, 10..<15))
      try await successor.commit(timeout: .seconds(10))
      await zombie.close()
      await successor.close()
      #expect(try await Broker.readAll(settings, topic, partitions: 1).map(\.text) == (10..<15).map { "\($0)" })
    }
  }

  @Test("calls out of order are refused and do no harm")
  func wrongState() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let writer = try KafkaTransactionalProducer(
        settings: settings, transactionalID: Broker.name("tx"), logger: Broker.logger)
      await #expect(throws: KafkaError.self) { try await writer.begin() }
      await #expect(throws: KafkaError.self) { try await writer.produce(records(topic, 0..<1)) }
      try await writer.initTransactions(timeout: .seconds(15))
      await #expect(throws: KafkaError.self) { try await writer.commit(timeout: .seconds(2)) }
      try await writer.begin()
      await #expect(throws: KafkaError.self) { try await writer.begin() }
      try await writer.produce(records(topic, 0..<1))
      try await writer.commit(timeout: .seconds(10))
      await writer.close()
      let error = await #expect(throws: KafkaError.self) { try await writer.begin() }
      #expect(error?.code == .closed)
      await writer.close()
    }
  }

  @Test("a record that cannot be delivered spoils the transaction, which can be aborted and begun anew")
  func undeliverable() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let writer = try await producer(settings, Broker.name("tx"))
      try await writer.warmMetadata(topics: [topic], timeout: .seconds(5))
      try await writer.begin()
      try await writer.produce(records(topic, 0..<3))
      let error = try await #require(throws: KafkaError.self) {
        try await writer.produce([KafkaRecord(topic: topic, partition: 99, value: [1])])
      }
      #expect(error.code == .unknownPartition)
      try await writer.abort(timeout: .seconds(10))
      try await writer.begin()
      try await writer.produce(records(topic, 3..<6))
      try await writer.commit(timeout: .seconds(10))
      await writer.close()
      #expect(try await Broker.readAll(settings, topic, partitions: 1).map(\.text) == ["3", "4", "5"])
    }
  }

  @Test("more records than the send queue holds go through")
  func fullQueue() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let writer = try await producer(
        settings.with(["queue.buffering.max.messages": "100"]), Broker.name("tx"))
      try await writer.begin()
      try await writer.produce(records(topic, 0..<2_000))
      try await writer.commit(timeout: .seconds(10))
      await writer.close()
      #expect(try await Broker.readAll(settings, topic, partitions: 1).count == 2_000)
    }
  }

  @Test("without a broker every call ends at its deadline and close is bounded")
  func noBroker() async throws {
    let writer = try KafkaTransactionalProducer(
      settings: KafkaSettings(bootstrapServers: "127.0.0.1:1"), transactionalID: "t", logger: Broker.logger)
    let clock = ContinuousClock()
    let waited = await clock.measure {
      let error = await #expect(throws: KafkaError.self) { try await writer.initTransactions(timeout: .seconds(2)) }
      #expect(error?.isRetriable == true)
      #expect(error?.isFatal == false)
    }
    #expect(waited > .seconds(1) && waited < .seconds(4))
    await #expect(throws: KafkaError.self) { try await writer.warmMetadata(topics: ["t"], timeout: .seconds(1)) }
    let closing = await clock.measure { await writer.close() }
    #expect(closing < .seconds(7))
  }
}
