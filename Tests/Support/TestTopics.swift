public import Kafka
import FoundationEssentials
import Logging

/// Topics of a test's own on the real broker, under a prefix nobody else has.
public struct TestTopics: Sendable {
  /// The prefix, with its dot.
  public let prefix: String
  public let settings: KafkaSettings

  /// - Parameter bootstrapServers: other brokers than those of the surroundings.
  public init(bootstrapServers: String? = nil) throws {
    prefix = "test" + UUID().uuidString.lowercased().filter { $0 != "-" }.prefix(12) + "."
    settings = KafkaSettings(bootstrapServers: try bootstrapServers ?? Surroundings.bootstrapServers)
  }

  /// Makes a topic and returns its full name.
  public func make(_ name: String, partitions: Int = 3) async throws -> String {
    let admin = try KafkaAdmin(settings: settings, logger: TestSchema.logger)
    _ = try await admin.createTopics([KafkaTopicSpecification(name: prefix + name, partitions: partitions)])
    await admin.close()
    return prefix + name
  }

  /// Everything that a `read_committed` consumer sees in a topic, partition by partition.
  public func read(_ topic: String) async throws -> [KafkaMessage] {
    let admin = try KafkaAdmin(settings: settings, logger: TestSchema.logger)
    let reader = try KafkaReader(settings: settings, logger: TestSchema.logger)
    let count = try await admin.topics(matching: { $0 == topic })[topic] ?? 0
    let bounds = try await admin.watermarks((0..<Int32(count)).map { KafkaPartition(topic, $0) })
    var messages: [KafkaMessage] = []
    for (partition, log) in bounds.sorted(by: { $0.key < $1.key }) where log.high > log.low {
      messages += try await reader.readToEnd(from: [partition: log.low])
    }
    await reader.close()
    await admin.close()
    return messages
  }

  /// Writes records as an outsider would.
  public func write(_ records: [KafkaRecord]) async throws {
    let producer = try KafkaProducer(settings: settings, logger: TestSchema.logger)
    _ = try await producer.send(records)
    await producer.close()
  }

  /// Deletes every topic of the prefix.
  public func delete() async throws {
    let admin = try KafkaAdmin(settings: settings, logger: TestSchema.logger)
    let own = try await admin.topics(matching: { [prefix] in $0.hasPrefix(prefix) }).keys
    _ = try await admin.deleteTopics(Array(own))
    await admin.close()
  }
}
