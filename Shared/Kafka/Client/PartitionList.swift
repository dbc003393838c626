import CLibrdkafka
import Glibc

/// Owns a `rd_kafka_topic_partition_list_t`; stays on the thread that made it.
struct PartitionList: ~Copyable {
  typealias Pointer = UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

  private let pointer: Pointer

  init(capacity: Int) {
    pointer = rd_kafka_topic_partition_list_new(Int32(clamping: capacity))
  }

  deinit {
    rd_kafka_topic_partition_list_destroy(pointer)
  }

  /// - Parameter metadata: copied; librdkafka frees its copy with the list.
  func add(_ partition: KafkaPartition, offset: Int64? = nil, metadata: String? = nil) {
    guard let entry = rd_kafka_topic_partition_list_add(pointer, partition.topic, partition.partition) else { return }
    if let offset { entry.pointee.offset = offset }
    if let metadata, let copy = strdup(metadata) {
      entry.pointee.metadata = UnsafeMutableRawPointer(copy)
      entry.pointee.metadata_size = strlen(copy)
    }
  }

  /// Lends the list to C for the time of the call.
  borrowing func withPointer<Result, Failure: Error>(
    _ body: (Pointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(pointer)
  }

  var entries: [Entry] { Self.entries(of: pointer) }

  /// One row of a list, copied out.
  struct Entry {
    let partition: KafkaPartition
    let offset: Int64
    let metadata: String
    let error: KafkaErrorCode
  }

  static func entries(of pointer: UnsafePointer<rd_kafka_topic_partition_list_t>) -> [Entry] {
    UnsafeBufferPointer(start: pointer.pointee.elems, count: Int(pointer.pointee.cnt)).map { entry in
      let bytes = UnsafeRawBufferPointer(start: entry.metadata, count: entry.metadata == nil ? 0 : entry.metadata_size)
      return Entry(
        partition: KafkaPartition(entry.topic.map { String(cString: $0) } ?? "", entry.partition),
        offset: entry.offset, metadata: String(decoding: bytes, as: UTF8.self), error: KafkaErrorCode(entry.err))
    }
  }

  static func partitions(of pointer: UnsafePointer<rd_kafka_topic_partition_list_t>?) -> [KafkaPartition] {
    pointer.map { entries(of: $0).map(\.partition) } ?? []
  }
}
