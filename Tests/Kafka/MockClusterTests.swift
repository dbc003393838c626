import Kafka
import Testing

/// Brokers that fail, rehearsed with librdkafka's in-process cluster.
@Suite("Brokers that fail")
struct MockClusterTests {
  private let topic = "t"

  private func cluster() throws -> KafkaMockCluster {
    let cluster = try KafkaMockCluster(brokers: 3, logger: Broker.logger)
    try cluster.createTopic(topic, partitions: 3, replicationFactor: 3)
    return cluster
  }

  private func records(_ values: Range<Int>) -> [KafkaRecord] {
    values.map { KafkaRecord(topic: topic, partition: Int32($0 % 3), value: Array("\($0)".utf8)) }
  }

  private func settings(_ cluster: KafkaMockCluster) -> KafkaSettings {
    KafkaSettings(bootstrapServers: cluster.bootstrapServers)
  }

  @Test("passing errors in every step of a transaction are retried inside")
  func retriableErrors() async throws {
    let cluster = try cluster()
    let writer = try KafkaTransactionalProducer(
      settings: settings(cluster), transactionalID: "tx", logger: Broker.logger)
    try cluster.inject([.coordinatorNotAvailable, .coordinatorLoading], into: .findCoordinator)
    try cluster.inject([.coordinatorLoading, .notCoordinator], into: .initProducerID)
    try await writer.initTransactions(timeout: .seconds(15))
    try cluster.inject([.coordinatorLoading, .concurrentTransactions], into: .addPartitionsToTransaction)
    try cluster.inject([.notLeader, .notEnoughReplicas, .transport], into: .produce)
    try cluster.inject([.coordinatorLoading], into: .addOffsetsToTransaction)
    try cluster.inject([.notCoordinator, .coordinatorLoading], into: .transactionOffsetCommit)
    try cluster.inject([.coordinatorNotAvailable, .notCoordinator], into: .endTransaction)
    try await writer.begin()
    try await writer.produce(records(0..<30))
    try await writer.sendOffsets(
      [KafkaPartition(topic, 0): KafkaPosition(offset: 1)], group: "g", timeout: .seconds(15))
    try await writer.commit(timeout: .seconds(20))
    await writer.close()
    let values = try await Broker.readAll(settings(cluster), topic, partitions: 3).compactMap { Int($0.text) }
    #expect(values.sorted() == Array(0..<30))
  }

  @Test("an error that spoils the transaction asks for abort, and the next one goes through")
  func abortable() async throws {
    let cluster = try cluster()
    let writer = try KafkaTransactionalProducer(
      settings: settings(cluster), transactionalID: "tx", logger: Broker.logger)
    try await writer.initTransactions(timeout: .seconds(15))
    try cluster.inject([.topicAuthorizationFailed], into: .addPartitionsToTransaction)
    try await writer.begin()
    try await writer.produce(records(0..<3))
    let error = try await #require(throws: KafkaError.self) { try await writer.commit(timeout: .seconds(10)) }
    #expect(error.requiresAbort)
    #expect(!error.isFatal)
    try await writer.abort(timeout: .seconds(10))
    try await writer.begin()
    try await writer.produce(records(0..<3))
    try await writer.commit(timeout: .seconds(10))
    await writer.close()
  }

  @Test("being fenced is fatal and no retry hides it")
  func fenced() async throws {
    let cluster = try cluster()
    let writer = try KafkaTransactionalProducer(
      settings: settings(cluster), transactionalID: "tx", logger: Broker.logger)
    try await writer.initTransactions(timeout: .seconds(15))
    try await writer.begin()
    try await writer.produce(records(0..<3))
    try cluster.inject([.producerFenced], into: .endTransaction)
    let error = try await #require(throws: KafkaError.self) { try await writer.commit(timeout: .seconds(10)) }
    #expect(error.isFatal)
    await writer.close()
  }

  @Test("the transaction's coordinator and a partition's leader move; the producer goes on")
  func moves() async throws {
    let cluster = try cluster()
    try cluster.setCoordinator(of: .transaction("tx"), to: 1)
    let writer = try KafkaTransactionalProducer(
      settings: settings(cluster), transactionalID: "tx", logger: Broker.logger)
    try await writer.initTransactions(timeout: .seconds(15))
    for round in 0..<6 {
      try await writer.begin()
      try await writer.produce(records(round * 30..<round * 30 + 15))
      try cluster.setCoordinator(of: .transaction("tx"), to: Int32(round % 3 + 1))
      try cluster.setLeader(of: KafkaPartition(topic, 0), to: Int32((round + 1) % 3 + 1))
      try await writer.produce(records(round * 30 + 15..<(round + 1) * 30))
      try await writer.commit(timeout: .seconds(20))
    }
    await writer.close()
    let values = try await Broker.readAll(settings(cluster), topic, partitions: 3).compactMap { Int($0.text) }
    #expect(values.sorted() == Array(0..<180))
  }

  @Test("a group's coordinator and a partition's leader move; the consumer goes on without loss")
  func consumerMoves() async throws {
    let cluster = try cluster()
    try cluster.setCoordinator(of: .group("g"), to: 1)
    let ledger = Ledger()
    let member = try Member(settings(cluster), group: "g", topic: topic, LedgerDelegate(ledger: ledger))
    try await Broker.write(settings(cluster), topic, 0..<100)
    try await eventually("the first are handled") { await ledger.allValues.count == 100 }
    try cluster.setCoordinator(of: .group("g"), to: 2)
    for partition in Int32(0)..<3 { try cluster.setLeader(of: KafkaPartition(topic, partition), to: 3) }
    try cluster.inject([.notCoordinator, .coordinatorNotAvailable], into: .heartbeat)
    try cluster.inject([.notLeader, .transport], into: .fetch)
    try await Broker.write(settings(cluster), topic, 100..<200)
    try await eventually("the rest are handled") { await ledger.allValues.count >= 200 }
    try await member.stop()
    #expect(Set(await ledger.allValues) == Set((0..<200).map { "\($0)" }))
    #expect(await ledger.allValues.count == 200)
  }

  @Test("all brokers are away for some seconds; producers and consumer wait and go on")
  func outage() async throws {
    let cluster = try cluster()
    let ledger = Ledger()
    let member = try Member(settings(cluster), group: "g", topic: topic, LedgerDelegate(ledger: ledger))
    let producer = try KafkaProducer(settings: settings(cluster), logger: Broker.logger)
    let writer = try KafkaTransactionalProducer(
      settings: settings(cluster), transactionalID: "tx", logger: Broker.logger)
    try await writer.initTransactions(timeout: .seconds(15))
    _ = try await producer.send(records(0..<30))
    try await eventually("the first are handled") { await ledger.allValues.count == 30 }

    for broker in Int32(1)...3 { try cluster.setBroker(broker, isUp: false) }
    async let plain = producer.send(records(30..<60))
    try await writer.begin()
    try await writer.produce(records(60..<90))
    async let committed: Void = writer.commit(timeout: .seconds(20))
    try await eventually("the consumer tells") { member.consumer.status.lastError != nil }
    try await Task.sleep(for: .seconds(3))
    for broker in Int32(1)...3 { try cluster.setBroker(broker, isUp: true) }

    #expect(try await plain.count == 30)
    try await committed
    try await eventually("the rest are handled") { await ledger.allValues.count >= 90 }
    #expect(Set(await ledger.allValues) == Set((0..<90).map { "\($0)" }))
    try await member.stop()
    await producer.close()
    await writer.close()
  }

  @Test("closing while every broker is away ends in bounded time, whatever was under way")
  func closingInOutage() async throws {
    let cluster = try cluster()
    let member = try Member(
      settings(cluster), group: "g", topic: topic, LedgerDelegate(ledger: Ledger()),
      patience: KafkaConsumerPatience(close: .seconds(2)))
    let producer = try KafkaProducer(settings: settings(cluster), logger: Broker.logger)
    let writer = try KafkaTransactionalProducer(
      settings: settings(cluster), transactionalID: "tx", logger: Broker.logger)
    try await writer.initTransactions(timeout: .seconds(15))
    try await writer.begin()
    try await writer.produce(records(0..<100))
    _ = try await producer.send(records(100..<130))
    try await eventually("it is assigned") { !member.consumer.status.assigned.isEmpty }
    for broker in Int32(1)...3 { try cluster.setBroker(broker, isUp: false) }
    try await writer.produce(records(130..<150))
    let clock = ContinuousClock()
    let waiting = Task { try await producer.send(records(150..<180)) }
    let durations = try await [
      clock.measure { await writer.close() },
      clock.measure { await producer.close() },
      clock.measure { try await member.stop() },
    ]
    #expect(durations.allSatisfy { $0 < .seconds(9) }, "\(durations)")
    await #expect(throws: KafkaError.self) { try await waiting.value }
    #expect(await member.delegate.revocations.count == 1)
  }

  @Test("a send that is not acknowledged in time, or whose task is cancelled, returns")
  func boundedSend() async throws {
    let cluster = try cluster()
    for broker in Int32(1)...3 { try cluster.setRoundTripTime(.seconds(5), of: broker) }
    let producer = try KafkaProducer(settings: settings(cluster), logger: Broker.logger)
    let error = await #expect(throws: KafkaError.self) {
      try await producer.send(records(0..<3), timeout: .milliseconds(300))
    }
    #expect(error?.code == .timedOut)
    let task = Task { try await producer.send(records(0..<3)) }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    let cancelled = await #expect(throws: KafkaError.self) { try await task.value }
    #expect(cancelled?.code == .interrupted)
    for broker in Int32(1)...3 { try cluster.setRoundTripTime(.zero, of: broker) }
    await producer.close()
  }
}
