import FoundationEssentials
import Kafka
import Testing

@Suite("Admin")
struct AdminTests {
  @Test("topics are created once, with their configuration, and told apart from existing and refused ones")
  func create() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let admin = try KafkaAdmin(settings: settings, logger: Broker.logger)
      let new = KafkaTopicSpecification(
        name: topic + ".new", partitions: 3, configuration: ["cleanup.policy": "compact"])
      let outcomes = try await admin.createTopics([
        KafkaTopicSpecification(name: topic, partitions: 1), new,
        KafkaTopicSpecification(name: "not/a/topic", partitions: 1),
      ])
      #expect(outcomes[topic] == .existed)
      #expect(outcomes[new.name] == .created)
      let refusal = try #require(outcomes["not/a/topic"])
      if case .failed(let error) = refusal {
        #expect(error.reason.contains("not/a/topic"))
      } else {
        Issue.record("a bad name was answered with \(refusal)")
      }
      let topics = try await admin.topics { $0.hasPrefix(topic) }
      #expect(topics == [topic: 1, new.name: 3])
      #expect(try await admin.configuration(of: new.name)["cleanup.policy"] == "compact")
      #expect(try await admin.deleteTopics([new.name, topic + ".absent"]) == [:])
      #expect(try await admin.topics { $0.hasPrefix(topic) } == [topic: 1])
      #expect(try await !admin.clusterID().isEmpty)
      await admin.close()
      let error = await #expect(throws: KafkaError.self) { try await admin.topics() }
      #expect(error?.code == .closed)
    }
  }

  @Test("a topic grows, and what is there stays; fewer partitions, and a topic that is not there, are refused")
  func grow() async throws {
    try await Broker.withTopic(partitions: 2) { settings, topic in
      try await Broker.write(settings, topic, 0..<10, partition: 1)
      let admin = try KafkaAdmin(settings: settings, logger: Broker.logger)
      try await admin.grow(topic, to: 5)
      let counts = try await admin.topics { $0 == topic }
      #expect(counts == [topic: 5])
      let bounds = try await admin.watermarks((0..<Int32(5)).map { KafkaPartition(topic, $0) })
      #expect(bounds.filter { $0.value.high > 0 }.mapValues(\.high) == [KafkaPartition(topic, 1): 10])
      let fewer = await #expect(throws: KafkaError.self) { try await admin.grow(topic, to: 3) }
      #expect(fewer?.reason.contains(topic) == true && fewer?.isRetriable == false)
      await #expect(throws: KafkaError.self) { try await admin.grow(topic + ".absent", to: 3) }
      await admin.close()
    }
  }

  @Test("altering one entry of a configuration keeps the others")
  func alter() async throws {
    try await Broker.withTopic(partitions: 1, configuration: ["cleanup.policy": "compact"]) { settings, topic in
      let admin = try KafkaAdmin(settings: settings, logger: Broker.logger)
      try await admin.alterConfiguration(of: topic, ["retention.ms": "86400000"])
      let configuration = try await admin.configuration(of: topic)
      #expect(configuration["retention.ms"] == "86400000")
      #expect(configuration["cleanup.policy"] == "compact")
      await admin.close()
    }
  }

  @Test("log bounds follow what is written; an unknown topic is an error")
  func watermarks() async throws {
    try await Broker.withTopic(partitions: 3) { settings, topic in
      try await Broker.write(settings, topic, 0..<30, partition: 1)
      let admin = try KafkaAdmin(settings: settings, logger: Broker.logger)
      let partitions = (0..<Int32(3)).map { KafkaPartition(topic, $0) }
      let bounds = try await admin.watermarks(partitions)
      #expect(bounds.mapValues(\.high) == [partitions[0]: 0, partitions[1]: 30, partitions[2]: 0])
      #expect(bounds.mapValues(\.low) == [partitions[0]: 0, partitions[1]: 0, partitions[2]: 0])
      let start = ContinuousClock.now
      await #expect(throws: KafkaError.self) {
        try await admin.watermarks([KafkaPartition(topic + ".absent", 0)], timeout: .seconds(2))
      }
      #expect(ContinuousClock.now - start < .seconds(4))
      await admin.close()
    }
  }

  @Test("reading since an instant begins at the first record that is not older, or at the end")
  func offsetsSince() async throws {
    try await Broker.withTopic(partitions: 2) { settings, topic in
      try await Broker.write(settings, topic, 0..<10, partition: 0)
      try await Task.sleep(for: .milliseconds(20))
      let reader = try KafkaReader(settings: settings, logger: Broker.logger)
      let old = try await reader.readToEnd(from: [KafkaPartition(topic, 0): 0])
      await reader.close()
      let last = Int64((old.compactMap(\.timestamp).max()?.timeIntervalSince1970 ?? 0) * 1_000)
      try await Broker.write(settings, topic, 10..<20, partition: 0)
      let admin = try KafkaAdmin(settings: settings, logger: Broker.logger)
      let partitions = (0..<Int32(2)).map { KafkaPartition(topic, $0) }
      #expect(try await admin.offsets(of: partitions, since: 0) == [partitions[0]: 0, partitions[1]: 0])
      #expect(try await admin.offsets(of: partitions, since: last + 1) == [partitions[0]: 10, partitions[1]: 0])
      #expect(
        try await admin.offsets(of: partitions, since: last + 86_400_000) == [partitions[0]: 20, partitions[1]: 0])
      await admin.close()
    }
  }

  @Test("the end of the log is the last stable offset while a transaction is open")
  func stableEnd() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let writer = try KafkaTransactionalProducer(
        settings: settings, transactionalID: Broker.name("tx"), logger: Broker.logger)
      try await writer.initTransactions(timeout: .seconds(15))
      try await writer.begin()
      try await writer.produce([KafkaRecord(topic: topic, partition: 0, value: [1])])
      try await Task.sleep(for: .milliseconds(300))
      let admin = try KafkaAdmin(settings: settings, logger: Broker.logger)
      let partition = KafkaPartition(topic, 0)
      #expect(try await admin.watermarks([partition])[partition]?.high == 0)
      try await writer.commit(timeout: .seconds(10))
      #expect(try await (admin.watermarks([partition])[partition]?.high ?? 0) >= 1)
      await writer.close()
      await admin.close()
    }
  }

  @Test("without a broker every call ends at its deadline")
  func noBroker() async throws {
    let admin = try KafkaAdmin(settings: KafkaSettings(bootstrapServers: "127.0.0.1:1"), logger: Broker.logger)
    let start = ContinuousClock.now
    let limit = Duration.milliseconds(500)
    let partition = KafkaPartition("t", 0)
    await #expect(throws: KafkaError.self) { try await admin.topics(timeout: limit) }
    await #expect(throws: KafkaError.self) { try await admin.clusterID(timeout: limit) }
    await #expect(throws: KafkaError.self) { try await admin.configuration(of: "t", timeout: limit) }
    await #expect(throws: KafkaError.self) { try await admin.watermarks([partition], timeout: limit) }
    await #expect(throws: KafkaError.self) {
      try await admin.committed(group: "g", partitions: [partition], timeout: limit)
    }
    await #expect(throws: KafkaError.self) {
      try await admin.createTopics([KafkaTopicSpecification(name: "t", partitions: 1)], timeout: limit)
    }
    await admin.close()
    #expect(ContinuousClock.now - start < .seconds(14))
  }
}
