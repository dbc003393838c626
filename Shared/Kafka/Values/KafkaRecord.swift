/// A record to be written.
public struct KafkaRecord: Sendable, Equatable {
  public var topic: String
  /// `nil`: by the hash of the key (the Java client's murmur2, so that every client agrees on a key's partition),
  /// and at random for a record without key.
  public var partition: Int32?
  public var key: [UInt8]?
  /// `nil` is a tombstone.
  public var value: [UInt8]?
  public var headerBlock: KafkaHeaderBlock

  public init(
    topic: String, partition: Int32? = nil, key: [UInt8]? = nil, value: [UInt8]?, headers: [KafkaHeader] = []
  ) {
    self.topic = topic
    self.partition = partition
    self.key = key
    self.value = value
    headerBlock = KafkaHeaderBlock(headers)
  }

  /// With headers that are in one piece already.
  public init(topic: String, key: [UInt8]?, value: [UInt8]?, headerBlock: KafkaHeaderBlock) {
    self.topic = topic
    self.key = key
    self.value = value
    self.headerBlock = headerBlock
  }

  public var headers: [KafkaHeader] { headerBlock.headers }
}
