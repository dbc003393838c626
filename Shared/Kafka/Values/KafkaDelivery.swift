/// Where a record ended up.
public struct KafkaDelivery: Sendable, Hashable {
  public let partition: KafkaPartition
  public let offset: Int64

  public init(partition: KafkaPartition, offset: Int64) {
    self.partition = partition
    self.offset = offset
  }
}
