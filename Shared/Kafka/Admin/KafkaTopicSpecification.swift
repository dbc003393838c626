/// A topic to be created.
public struct KafkaTopicSpecification: Sendable, Equatable {
  public var name: String
  public var partitions: Int
  /// -1: the broker's default (`default.replication.factor`), Apache Kafka 2.4 and later.
  public var replicationFactor: Int
  /// Topic configuration by its own names, such as `cleanup.policy`.
  public var configuration: [String: String]

  public init(name: String, partitions: Int, replicationFactor: Int = -1, configuration: [String: String] = [:]) {
    self.name = name
    self.partitions = partitions
    self.replicationFactor = replicationFactor
    self.configuration = configuration
  }
}
