public import struct FoundationEssentials.Date

/// A record as it was read from a topic.
public struct KafkaMessage: Sendable, Equatable {
  public var topic: String
  public var partition: Int32
  public var offset: Int64
  /// When the producer made it or the broker appended it (the topic's `message.timestamp.type`); real time.
  public var timestamp: Date?
  public var key: [UInt8]?
  /// `nil` is a tombstone: legal data that deletes the key from a compacted topic.
  public var value: [UInt8]?
  public var headers: [KafkaHeader]

  public init(
    topic: String, partition: Int32, offset: Int64, timestamp: Date? = nil, key: [UInt8]? = nil, value: [UInt8]?,
    headers: [KafkaHeader] = []
  ) {
    self.topic = topic
    self.partition = partition
    self.offset = offset
    self.timestamp = timestamp
    self.key = key
    self.value = value
    self.headers = headers
  }

  /// Where it was read.
  public var source: KafkaPartition { KafkaPartition(topic, partition) }

  /// The value of the first header of this name; `nil` when there is none or its value is null.
  public func header(_ name: String) -> [UInt8]? {
    headers.first { $0.name == name }?.value
  }
}
