import Foundation
import Kafka
import Testing

/// One broker of three that goes and comes back, and what the consumer's status says meanwhile.
@Suite("Brokers that come back")
struct BrokerRecoveryTests {
  private let topic = "t"

  private func cluster() throws -> KafkaMockCluster {
    let cluster = try KafkaMockCluster(brokers: 3, logger: Broker.logger)
    try cluster.createTopic(topic, partitions: 3, replicationFactor: 3)
    for partition in Int32(0)..<3 { try cluster.setLeader(of: KafkaPartition(topic, partition), to: partition + 1) }
    try cluster.setCoordinator(of: .group("g"), to: 1)
    try cluster.setCoordinator(of: .transaction("tx"), to: 1)
    return cluster
  }

  private func settings(_ cluster: KafkaMockCluster) -> KafkaSettings {
    KafkaSettings(bootstrapServers: cluster.bootstrapServers)
  }

  private func records(_ values: Range<Int>) -> [KafkaRecord] {
    values.map { KafkaRecord(topic: topic, partition: Int32($0 % 3), value: Array("\($0)".utf8)) }
  }

  private func transaction(_ writer: KafkaTransactionalProducer, _ values: Range<Int>) async throws {
    try await writer.begin()
    try await writer.produce(records(values))
    try await writer.commit(timeout: .seconds(20))
  }

  private func handled(_ ledger: Ledger, _ count: Int) async throws {
    try await eventually("\(count) are handled") { await ledger.allValues.count >= count }
    #expect(await ledger.allValues.compactMap { Int($0) }.sorted() == Array(0..<count))
  }

  @Test("the broker that leads and coordinates dies, others take its place, it comes back and takes over again")
  func oneBroker() async throws {
    let cluster = try cluster()
    let ledger = Ledger()
    let member = try Member(settings(cluster), group: "g", topic: topic, LedgerDelegate(ledger: ledger))
    let writer = try KafkaTransactionalProducer(
      settings: settings(cluster), transactionalID: "tx", logger: Broker.logger)
    try await writer.initTransactions(timeout: .seconds(15))
    try await transaction(writer, 0..<30)
    try await handled(ledger, 30)

    try cluster.setBroker(1, isUp: false)
    async let during: Void = transaction(writer, 30..<60)
    try await Task.sleep(for: .seconds(1))
    try cluster.setLeader(of: KafkaPartition(topic, 0), to: 2)
    try cluster.setCoordinator(of: .group("g"), to: 3)
    try cluster.setCoordinator(of: .transaction("tx"), to: 3)
    try await during
    try await handled(ledger, 60)

    try cluster.setBroker(1, isUp: true)
    try cluster.setLeader(of: KafkaPartition(topic, 0), to: 1)
    try cluster.setCoordinator(of: .group("g"), to: 1)
    try cluster.setCoordinator(of: .transaction("tx"), to: 1)
    try await transaction(writer, 60..<90)
    try await handled(ledger, 90)
    try await member.stop()
    await writer.close()
  }

  @Test("a partition has no leader for some seconds; a transaction and the consumer wait for one")
  func leaderless() async throws {
    let cluster = try cluster()
    let ledger = Ledger()
    let member = try Member(settings(cluster), group: "g", topic: topic, LedgerDelegate(ledger: ledger))
    let writer = try KafkaTransactionalProducer(
      settings: settings(cluster), transactionalID: "tx", logger: Broker.logger)
    try await writer.initTransactions(timeout: .seconds(15))
    try await transaction(writer, 0..<30)
    try await handled(ledger, 30)
    try cluster.setLeader(of: KafkaPartition(topic, 1), to: nil)
    async let during: Void = transaction(writer, 30..<60)
    try await Task.sleep(for: .seconds(3))
    try cluster.setLeader(of: KafkaPartition(topic, 1), to: 3)
    try await during
    try await handled(ledger, 60)
    try await member.stop()
    await writer.close()
  }

  @Test("trouble with brokers is taken back when they answer again, though no message comes")
  func recovery() async throws {
    let cluster = try cluster()
    let member = try Member(settings(cluster), group: "g", topic: topic, LedgerDelegate(ledger: Ledger()))
    try await eventually("it reads") { member.consumer.status.isReading }
    for broker in Int32(1)...3 { try cluster.setBroker(broker, isUp: false) }
    try await eventually("it tells") { member.consumer.status.lastError != nil }
    try await Task.sleep(for: .seconds(3))
    #expect(member.consumer.status.lastError != nil)
    for broker in Int32(1)...3 { try cluster.setBroker(broker, isUp: true) }
    try await eventually("it is well again") { member.consumer.status.lastError == nil }
    try await member.stop()
  }

  @Test("a join that does not finish shows for how long; one that did, be it with nothing, does not")
  func joining() async throws {
    let cluster = try cluster()
    try cluster.setRoundTripTime(.seconds(3), of: 1)
    let began = Date()
    let member = try Member(settings(cluster), group: "g", topic: topic, LedgerDelegate(ledger: Ledger()))
    try await eventually("it joins") { member.consumer.status.joiningSince != nil }
    try await Task.sleep(for: .seconds(1))
    #expect(try #require(member.consumer.status.joiningSince).timeIntervalSince(began) < 1)
    #expect(!member.consumer.status.isSubscribed)
    try cluster.setRoundTripTime(.zero, of: 1)
    try await eventually("it has joined") { member.consumer.status.isSubscribed }
    #expect(member.consumer.status.joiningSince == nil)
    try await member.stop()
  }
}
