import FoundationEssentials
import Glibc
import Kafka
import Testing

/// Measured on demand only: `KAFKA_THROUGHPUT=1 swift test -c release --filter Throughput`.
@Suite(
  "Throughput", .serialized, .enabled(if: ProcessInfo.processInfo.environment["KAFKA_THROUGHPUT"] != nil))
struct ThroughputTests {
  private let headers = [
    KafkaHeader("ce_specversion", text: "1.0"), KafkaHeader("ce_id", text: "0f8fad5b-d9cb-469f-a165-70867728950e"),
    KafkaHeader("ce_type", text: "ecoredress.complaint.submitted.v1"), KafkaHeader("ce_source", text: "/hotline/12345"),
    KafkaHeader("content-type", text: "application/json"),
  ]

  private func records(_ topic: String, _ count: Int) -> [KafkaRecord] {
    (0..<count).map {
      KafkaRecord(
        topic: topic, key: Array("k\($0 % 997)".utf8), value: [UInt8](repeating: 65, count: 700), headers: headers)
    }
  }

  actor Counter: KafkaConsumerDelegate {
    private(set) var count = 0
    private(set) var batches = 0
    func positions(for partitions: [KafkaPartition]) async throws -> [KafkaPartition: KafkaStart] {
      Dictionary(uniqueKeysWithValues: partitions.map { ($0, .beginning) })
    }
    func handle(_ batch: [KafkaMessage]) async -> KafkaBatchOutcome {
      count += batch.count
      batches += 1
      return .proceed
    }
    func revoked(_ partitions: [KafkaPartition], lost: Bool) async {}
  }

  @Test("consumer, 700-byte values with five headers")
  func consume() async throws {
    try await Broker.withTopic(partitions: 12) { settings, topic in
      let total = 300_000
      let producer = try KafkaProducer(settings: settings, logger: Broker.logger)
      let batch = records(topic, 10_000)
      let writing = try await ContinuousClock().measure {
        for _ in 0..<(total / batch.count) { _ = try await producer.send(batch) }
      }
      await producer.close()
      print("KafkaProducer: \(Int(Double(total) / (writing / .seconds(1)))) records/s")
      let consumer = try KafkaConsumer(
        settings: settings, group: Broker.name("group"), topics: [topic], logger: Broker.logger)
      let counter = Counter()
      let task = Task { try await consumer.run(delegate: counter) }
      try await eventually("it starts") { await counter.count > 0 }
      let (start, first, cpu) = (ContinuousClock.now, await counter.count, clock())
      try await eventually(within: .seconds(60), "all are read") { await counter.count == total }
      let time = (ContinuousClock.now - start) / .seconds(1)
      let processor = Double(clock() - cpu) / Double(CLOCKS_PER_SEC)
      print(
        "KafkaConsumer: \(Int(Double(total - first) / time)) messages/s in \(await counter.batches) batches,",
        "\((processor / Double(total - first) * 1e7).rounded() / 10) µs of processor time per message")
      consumer.shutdown()
      try await task.value
    }
  }

  @Test("transactional producer", arguments: [1_000, 5_000])
  func transactions(size: Int) async throws {
    try await Broker.withTopic(partitions: 12) { settings, topic in
      let writer = try KafkaTransactionalProducer(
        settings: settings, transactionalID: Broker.name("tx"), logger: Broker.logger)
      try await writer.initTransactions(timeout: .seconds(15))
      try await writer.warmMetadata(topics: [topic], timeout: .seconds(5))
      let batch = records(topic, size)
      let rounds = 100_000 / size
      var times: [Duration] = []
      let total = try await ContinuousClock().measure {
        for round in 0..<rounds {
          times.append(
            try await ContinuousClock().measure {
              try await writer.begin()
              try await writer.produce(batch)
              try await writer.sendOffsets(
                [KafkaPartition(topic, 0): KafkaPosition(offset: Int64(round), metadata: "m")], group: topic,
                timeout: .seconds(10))
              try await writer.commit(timeout: .seconds(10))
            })
        }
      }
      times.sort()
      print(
        "KafkaTransactionalProducer: \(Int(Double(rounds * size) / (total / .seconds(1)))) records/s in",
        "transactions of \(size), median \(times[times.count / 2]), slowest \(times[times.count - 1])")
      await writer.close()
    }
  }
}
