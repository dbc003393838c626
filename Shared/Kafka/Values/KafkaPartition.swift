/// One partition of one topic. Ordered by topic, then number.
public struct KafkaPartition: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let topic: String
  public let partition: Int32

  public init(_ topic: String, _ partition: Int32) {
    self.topic = topic
    self.partition = partition
  }

  public static func < (left: KafkaPartition, right: KafkaPartition) -> Bool {
    (left.topic, left.partition) < (right.topic, right.partition)
  }

  public var description: String { "\(topic)[\(partition)]" }
}
