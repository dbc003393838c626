import CLibrdkafka
import struct FoundationEssentials.Date

/// Copies librdkafka's messages into values. Remembers the name of the last topic, since neighbours share it.
struct MessageReader {
  private var topicHandle: OpaquePointer?
  private var topic = ""

  /// Forgets what it remembers; to be called whenever topic handles may have been freed.
  mutating func forget() {
    topicHandle = nil
  }

  mutating func name(of handle: OpaquePointer?) -> String {
    guard let handle else { return "" }
    if handle != topicHandle {
      topicHandle = handle
      topic = String(cString: rd_kafka_topic_name(handle))
    }
    return topic
  }

  mutating func read(_ pointer: UnsafePointer<rd_kafka_message_t>) -> KafkaMessage {
    let message = pointer.pointee
    var kind = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
    let milliseconds = rd_kafka_message_timestamp(pointer, &kind)
    return KafkaMessage(
      topic: name(of: message.rkt), partition: message.partition, offset: message.offset,
      timestamp: kind == RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
        ? nil : Date(timeIntervalSince1970: Double(milliseconds) / 1000),
      key: Self.bytes(message.key, message.key_len), value: Self.bytes(message.payload, message.len),
      headers: Self.headers(pointer))
  }

  /// A null pointer is `nil`; an empty value has a pointer and no length.
  private static func bytes(_ pointer: UnsafeRawPointer?, _ count: Int) -> [UInt8]? {
    pointer.map { Array(UnsafeRawBufferPointer(start: $0, count: count)) }
  }

  private static func headers(_ message: UnsafePointer<rd_kafka_message_t>) -> [KafkaHeader] {
    var list: OpaquePointer?
    guard rd_kafka_message_headers(message, &list) == RD_KAFKA_RESP_ERR_NO_ERROR, let list else { return [] }
    let count = rd_kafka_header_cnt(list)
    return [KafkaHeader](unsafeUninitializedCapacity: count) { buffer, filled in
      var name: UnsafePointer<CChar>?
      var value: UnsafeRawPointer?
      var size = 0
      while filled < count,
        rd_kafka_header_get_all(list, filled, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR, let name
      {
        buffer.initializeElement(at: filled, to: KafkaHeader(String(cString: name), bytes(value, size)))
        filled += 1
      }
    }
  }
}
