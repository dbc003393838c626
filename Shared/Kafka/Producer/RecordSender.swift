import CLibrdkafka

/// Hands records to librdkafka's send queue. Keeps a topic handle per topic, which saves a look-up per record and
/// keeps the topic's metadata from being forgotten. Stays on its owner's thread.
final class RecordSender {
  private let client: ClientHandle
  private var topics: [String: OpaquePointer] = [:]

  init(client: ClientHandle) {
    self.client = client
  }

  deinit {
    for topic in topics.values { rd_kafka_topic_destroy(topic) }
  }

  /// - Parameter opaque: given back in the delivery report.
  func send(_ record: KafkaRecord, opaque: UnsafeMutableRawPointer? = nil) throws(KafkaError) {
    let topic = try handle(for: record.topic)
    let headers = try Self.headers(record.headerBlock)
    let error = record.key.withOptionalBytes { key in
      record.value.withOptionalBytes { value in
        Self.produce(client.pointer, topic, record.partition, key, value, headers, opaque)
      }
    }
    guard let error else { return }
    // On failure the header list stays ours. (Given header by header, 2.0.2 frees it twice when the partition is
    // unknown.)
    if let headers { rd_kafka_headers_destroy(headers) }
    throw KafkaError(taking: error, during: "produce to \(record.topic)")
  }

  /// Fetches a topic's partitions and leaders now, so that the first record need not wait for them.
  func warm(_ topic: String, timeout: Duration) throws(KafkaError) {
    let handle = try handle(for: topic)
    var metadata: UnsafePointer<rd_kafka_metadata>?
    let code = rd_kafka_metadata(client.pointer, 0, handle, &metadata, timeout.milliseconds)
    guard code == RD_KAFKA_RESP_ERR_NO_ERROR, let metadata else {
      throw KafkaError(code, during: "metadata of \(topic)")
    }
    defer { rd_kafka_metadata_destroy(metadata) }
    for entry in UnsafeBufferPointer(start: metadata.pointee.topics, count: Int(metadata.pointee.topic_cnt)) {
      if entry.err != RD_KAFKA_RESP_ERR_NO_ERROR { throw KafkaError(entry.err, during: "metadata of \(topic)") }
    }
  }

  private func handle(for topic: String) throws(KafkaError) -> OpaquePointer {
    if let handle = topics[topic] { return handle }
    guard let handle = rd_kafka_topic_new(client.pointer, topic, nil) else {
      throw KafkaError(rd_kafka_last_error(), during: "open topic \(topic)")
    }
    topics[topic] = handle
    return handle
  }

  private static func headers(_ block: KafkaHeaderBlock) throws(KafkaError) -> OpaquePointer? {
    guard !block.bytes.isEmpty else { return nil }
    guard let list = rd_kafka_headers_new(16) else {
      throw KafkaError(code: .systemResource, reason: "no memory for headers")
    }
    var failure = RD_KAFKA_RESP_ERR_NO_ERROR
    block.forEach { name, value in
      let code = rd_kafka_header_add(
        list, name.baseAddress, name.count, value?.baseAddress, value?.count ?? 0)
      if code != RD_KAFKA_RESP_ERR_NO_ERROR { failure = code }
    }
    guard failure == RD_KAFKA_RESP_ERR_NO_ERROR else {
      rd_kafka_headers_destroy(list)
      throw KafkaError(failure, during: "headers")
    }
    return list
  }

  private static func produce(
    _ client: OpaquePointer, _ topic: OpaquePointer, _ partition: Int32?, _ key: UnsafeRawBufferPointer?,
    _ value: UnsafeRawBufferPointer?, _ headers: OpaquePointer?, _ opaque: UnsafeMutableRawPointer?
  ) -> OpaquePointer? {
    withUnsafeTemporaryAllocation(of: rd_kafka_vu_t.self, capacity: 7) { parts in
      parts.initialize(repeating: rd_kafka_vu_t())
      var count = 0
      func add(_ type: rd_kafka_vtype_t, _ fill: (inout rd_kafka_vu_t) -> Void) {
        parts[count].vtype = type
        fill(&parts[count])
        count += 1
      }
      add(RD_KAFKA_VTYPE_RKT) { $0.u.rkt = topic }
      add(RD_KAFKA_VTYPE_MSGFLAGS) { $0.u.i = RD_KAFKA_MSG_F_COPY }
      if let partition { add(RD_KAFKA_VTYPE_PARTITION) { $0.u.i32 = partition } }
      if let key {
        add(RD_KAFKA_VTYPE_KEY) { $0.u.mem = .init(ptr: .init(mutating: key.baseAddress), size: key.count) }
      }
      if let value {
        add(RD_KAFKA_VTYPE_VALUE) { $0.u.mem = .init(ptr: .init(mutating: value.baseAddress), size: value.count) }
      }
      if let headers { add(RD_KAFKA_VTYPE_HEADERS) { $0.u.headers = headers } }
      if let opaque { add(RD_KAFKA_VTYPE_OPAQUE) { $0.u.ptr = opaque } }
      return rd_kafka_produceva(client, parts.baseAddress, count)
    }
  }
}

/// An address for bytes that are there but empty; librdkafka takes a null pointer for null.
private let emptyBytes: StaticString = ""

extension [UInt8]? {
  /// The bytes, `nil` for null; an empty array has an address and no length.
  fileprivate func withOptionalBytes<Result>(_ body: (UnsafeRawBufferPointer?) -> Result) -> Result {
    guard let bytes = self else { return body(nil) }
    guard !bytes.isEmpty else { return body(UnsafeRawBufferPointer(start: emptyBytes.utf8Start, count: 0)) }
    return bytes.withUnsafeBytes(body)
  }
}
