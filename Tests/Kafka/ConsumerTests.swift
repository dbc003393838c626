import Kafka
import Testing

@Suite("Consumer")
struct ConsumerTests {
  @Test("batches keep the order of each partition and their limits")
  func order() async throws {
    try await Broker.withTopic(partitions: 3) { settings, topic in
      try await Broker.write(settings, topic, 0..<3_000)
      let ledger = Ledger()
      let member = try Member(
        settings, group: Broker.name("group"), topic: topic, LedgerDelegate(ledger: ledger),
        limits: KafkaBatchLimits(messages: 400))
      try await eventually("all are handled") { await ledger.allValues.count == 3_000 }
      let status = member.consumer.status
      #expect(status.isSubscribed && status.isReading)
      #expect(status.assigned == (0..<3).map { KafkaPartition(topic, $0) })
      #expect(status.lastPoll != nil)
      try await eventually("no lag is left") { member.consumer.status.lag.values.allSatisfy { $0 == 0 } }
      try await member.stop()

      for values in await ledger.values.values {
        let numbers = values.compactMap { Int($0) }
        #expect(numbers == numbers.sorted())
      }
      #expect(Set(await ledger.allValues).count == 3_000)
      let sizes = await member.delegate.batches.map(\.count)
      #expect(sizes.allSatisfy { (1...400).contains($0) })
      #expect(sizes.contains { $0 > 100 }, "messages at hand go into one batch")
      #expect(await member.delegate.revocations.map(\.lost) == [false])
      #expect(member.consumer.status.assigned.isEmpty)
    }
  }

  @Test("commit markers are no lag")
  func markers() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let writer = try KafkaTransactionalProducer(
        settings: settings, transactionalID: Broker.name("tx"), logger: Broker.logger)
      try await writer.initTransactions(timeout: .seconds(15))
      for number in 0..<3 {
        try await writer.begin()
        try await writer.produce([KafkaRecord(topic: topic, partition: 0, value: [UInt8(number)])])
        try await writer.commit(timeout: .seconds(10))
      }
      await writer.close()
      let member = try Member(settings, group: Broker.name("group"), topic: topic, LedgerDelegate(ledger: Ledger()))
      try await eventually("all are handled") { await member.delegate.batches.map(\.count).reduce(0, +) == 3 }
      try await eventually("no lag is left") { member.consumer.status.lag == [KafkaPartition(topic, 0): 0] }
      try await member.stop()
    }
  }

  @Test("a batch ends at its limit of bytes")
  func byteLimit() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let producer = try KafkaProducer(settings: settings, logger: Broker.logger)
      _ = try await producer.send(
        (0..<50).map { _ in KafkaRecord(topic: topic, value: Array(repeating: 1, count: 1_000)) })
      await producer.close()
      let member = try Member(
        settings, group: Broker.name("group"), topic: topic, LedgerDelegate(ledger: Ledger()),
        limits: KafkaBatchLimits(bytes: 5_000))
      try await eventually("all are handled") { await member.delegate.batches.map(\.count).reduce(0, +) == 50 }
      try await member.stop()
      #expect(await member.delegate.batches.allSatisfy { $0.count <= 5 })
    }
  }

  @Test("positions given by the delegate are where it starts")
  func positions() async throws {
    try await Broker.withTopic(partitions: 2) { settings, topic in
      for partition in [Int32(0), 1] { try await Broker.write(settings, topic, 0..<100, partition: partition) }
      let ledger = Ledger()
      await ledger.set(KafkaPartition(topic, 0), 90)
      let delegate = LedgerDelegate(ledger: ledger)
      await delegate.hold(KafkaPartition(topic, 1), "the operator said so")
      let member = try Member(settings, group: Broker.name("group"), topic: topic, delegate)
      try await eventually("the tail is handled") { await ledger.allValues.count == 10 }
      #expect(await ledger.values[KafkaPartition(topic, 0)]?.first == "90")
      #expect(member.consumer.status.held == [KafkaPartition(topic, 1): "the operator said so"])
      #expect(await ledger.values[KafkaPartition(topic, 1)] == nil)
      try await member.stop()
    }
  }

  @Test("a position outside the log holds that partition aloud, never jumps, and other partitions go on")
  func outOfRange() async throws {
    try await Broker.withTopic(partitions: 2) { settings, topic in
      for partition in [Int32(0), 1] { try await Broker.write(settings, topic, 0..<20, partition: partition) }
      let ledger = Ledger()
      await ledger.set(KafkaPartition(topic, 0), 5_000)
      let member = try Member(
        settings, group: Broker.name("group"), topic: topic, LedgerDelegate(ledger: ledger),
        patience: KafkaConsumerPatience(outOfRangeRetry: .seconds(1)))
      try await eventually("it is held") { member.consumer.status.held[KafkaPartition(topic, 0)] != nil }
      #expect(member.consumer.status.held[KafkaPartition(topic, 0)]?.contains("5000") == true)
      try await eventually("the other goes on") { await ledger.values[KafkaPartition(topic, 1)]?.count == 20 }
      #expect(await ledger.values[KafkaPartition(topic, 0)] == nil)

      // The operator repairs the position: it is asked for again and reading starts.
      await ledger.set(KafkaPartition(topic, 0), 15)
      try await eventually("it reads on") { await ledger.values[KafkaPartition(topic, 0)]?.count == 5 }
      #expect(member.consumer.status.held.isEmpty)
      try await member.stop()
    }
  }

  @Test("while positions cannot be had it stays in the group and asks again")
  func positionsFail() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      try await Broker.write(settings, topic, 0..<10)
      let ledger = Ledger()
      let delegate = LedgerDelegate(ledger: ledger)
      await delegate.failPositions(times: 3)
      let member = try Member(settings, group: Broker.name("group"), topic: topic, delegate)
      try await eventually("it gets there") { await ledger.allValues.count == 10 }
      #expect(await delegate.asked == 4)
      #expect(await delegate.revocations.isEmpty)
      try await member.stop()
    }
  }

  @Test("a topic that is created later is found")
  func lateTopic() async throws {
    let settings = try Broker.settings().with(["topic.metadata.refresh.interval.ms": "500"])
    let topic = Broker.name("late")
    let ledger = Ledger()
    let member = try Member(settings, group: Broker.name("group"), topic: topic, LedgerDelegate(ledger: ledger))
    try await Task.sleep(for: .seconds(1))
    let admin = try KafkaAdmin(settings: settings, logger: Broker.logger)
    _ = try await admin.createTopics([KafkaTopicSpecification(name: topic, partitions: 2)])
    try await Broker.write(settings, topic, 0..<10)
    try await eventually("it is read") { await ledger.allValues.count == 10 }
    try await member.stop()
    _ = try await admin.deleteTopics([topic])
    await admin.close()
  }

  @Test("running twice is an error and shutting down before running is not")
  func lifecycle() async throws {
    let settings = KafkaSettings(bootstrapServers: "127.0.0.1:1")
    let consumer = try KafkaConsumer(settings: settings, group: "g", topics: ["t"], logger: Broker.logger)
    consumer.shutdown()
    try await consumer.run(delegate: LedgerDelegate(ledger: Ledger()))
    let error = await #expect(throws: KafkaError.self) {
      try await consumer.run(delegate: LedgerDelegate(ledger: Ledger()))
    }
    #expect(error?.code == .wrongState)
    consumer.commitOffsets([KafkaPartition("t", 0): 1])
    _ = try KafkaConsumer(settings: settings, group: "g", topics: ["t"], logger: Broker.logger)
  }

  @Test("without a broker it waits, tells so, and ends in bounded time")
  func noBroker() async throws {
    let member = try Member(
      KafkaSettings(bootstrapServers: "127.0.0.1:1"), group: "g", topic: "t", LedgerDelegate(ledger: Ledger()))
    try await eventually("it tells") { member.consumer.status.lastError != nil }
    let duration = try await ContinuousClock().measure { try await member.stop() }
    #expect(duration < .seconds(11))
  }

  @Test("cancelling the task ends it like a shutdown")
  func cancellation() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let member = try Member(settings, group: Broker.name("group"), topic: topic, LedgerDelegate(ledger: Ledger()))
      try await eventually("it is assigned") { !member.consumer.status.assigned.isEmpty }
      member.task.cancel()
      let duration = try await ContinuousClock().measure { try await member.task.value }
      #expect(duration < .seconds(3))
      #expect(await member.delegate.revocations.count == 1)
    }
  }
}
