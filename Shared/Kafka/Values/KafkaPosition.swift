/// A group's committed position in a partition.
public struct KafkaPosition: Sendable, Hashable {
  /// The offset of the next record, not of the last one read.
  public var offset: Int64
  /// Free text kept beside it; brokers accept 4,096 bytes by default (`offset.metadata.max.bytes`).
  public var metadata: String

  public init(offset: Int64, metadata: String = "") {
    self.offset = offset
    self.metadata = metadata
  }
}
