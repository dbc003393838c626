import FoundationEssentials
import Kafka
import Logging
import Testing

/// The real broker that the tests talk to, from `KAFKA_BOOTSTRAP_SERVERS`.
enum Broker {
  static let logger: Logger = {
    var logger = Logger(label: "kafka-tests")
    logger.logLevel =
      ProcessInfo.processInfo.environment["TEST_LOG_LEVEL"].flatMap { Logger.Level(rawValue: $0) } ?? .critical
    return logger
  }()

  static func settings() throws -> KafkaSettings {
    let servers = try #require(
      ProcessInfo.processInfo.environment["KAFKA_BOOTSTRAP_SERVERS"],
      "set KAFKA_BOOTSTRAP_SERVERS to a broker for these tests, such as 127.0.0.1:9092")
    return KafkaSettings(bootstrapServers: servers)
  }

  static func name(_ kind: String) -> String {
    "kafka-tests.\(kind).\(UUID().uuidString.prefix(8).lowercased())"
  }

  /// Runs a body with a topic of its own, which is deleted afterwards.
  static func withTopic(
    partitions: Int, configuration: [String: String] = [:], _ body: (KafkaSettings, String) async throws -> Void
  ) async throws {
    let settings = try settings()
    let topic = name("topic")
    let admin = try KafkaAdmin(settings: settings, logger: logger)
    let outcome = try await admin.createTopics([
      KafkaTopicSpecification(name: topic, partitions: partitions, configuration: configuration)
    ])
    #expect(outcome == [topic: .created])
    let result: Result<Void, any Error>
    do {
      result = .success(try await body(settings, topic))
    } catch {
      result = .failure(error)
    }
    _ = try await admin.deleteTopics([topic])
    await admin.close()
    try result.get()
  }

  /// Writes numbered records: value "n", key "k<n mod keys>", to the given partition or by key.
  static func write(
    _ settings: KafkaSettings, _ topic: String, _ numbers: Range<Int>, partition: Int32? = nil, keys: Int = 16
  ) async throws {
    let producer = try KafkaProducer(settings: settings, logger: logger)
    let records = numbers.map { number in
      KafkaRecord(
        topic: topic, partition: partition, key: Array("k\(number % keys)".utf8), value: Array("\(number)".utf8))
    }
    let deliveries = try await producer.send(records)
    #expect(deliveries.count == numbers.count)
    await producer.close()
  }

  static func readAll(
    _ settings: KafkaSettings, _ topic: String, partitions: Int
  ) async throws -> [KafkaMessage] {
    let reader = try KafkaReader(settings: settings, logger: logger)
    let messages = try await reader.readToEnd(
      from: Dictionary(uniqueKeysWithValues: (0..<Int32(partitions)).map { (KafkaPartition(topic, $0), 0) }))
    await reader.close()
    return messages
  }
}

/// Waits until a condition holds.
func eventually(
  within time: Duration = .seconds(20), _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation,
  _ condition: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + time
  while ContinuousClock.now < end {
    if try await condition() { return }
    try await Task.sleep(for: .milliseconds(10))
  }
  try #require(try await condition(), what, sourceLocation: sourceLocation)
}

extension KafkaMessage {
  var text: String { String(decoding: value ?? [], as: UTF8.self) }
}
