import CLibrdkafka

extension ClientHandle {
  /// Sends one request of librdkafka's admin interface and waits for its result.
  ///
  /// - Parameters:
  ///   - ask: sends the request, with options and the queue for the answer.
  ///   - read: reads the answer; its event lives no longer than the call.
  func request<Result>(
    _ kind: rd_kafka_admin_op_t, _ operation: String, timeout: Duration,
    options: (OpaquePointer) -> OpaquePointer? = { _ in nil },
    ask: (OpaquePointer?, OpaquePointer) -> Void,
    read: (OpaquePointer) throws(KafkaError) -> Result
  ) throws(KafkaError) -> Result {
    guard let queue = rd_kafka_queue_new(pointer), let settings = rd_kafka_AdminOptions_new(pointer, kind) else {
      throw KafkaError(code: .systemResource, reason: "\(operation): no memory for the request")
    }
    defer {
      rd_kafka_AdminOptions_destroy(settings)
      rd_kafka_queue_destroy(queue)
    }
    var text = [CChar](repeating: 0, count: 256)
    rd_kafka_AdminOptions_set_request_timeout(settings, max(1, timeout.milliseconds), &text, text.count)
    if let error = options(settings) { throw KafkaError(taking: error, during: operation) }
    ask(settings, queue)
    // The request has its own timeout; the second on top lets its own error come first.
    guard let event = rd_kafka_queue_poll(queue, (timeout + .seconds(1)).milliseconds) else {
      throw KafkaError(code: .timedOut, reason: "\(operation): no answer in time", isRetriable: true)
    }
    defer { rd_kafka_event_destroy(event) }
    let code = rd_kafka_event_error(event)
    guard code == RD_KAFKA_RESP_ERR_NO_ERROR else {
      let detail = rd_kafka_event_error_string(event).map { String(cString: $0) } ?? ""
      let error = KafkaError(code, during: operation)
      throw KafkaError(code: error.code, reason: "\(operation): \(detail)", isRetriable: error.isRetriable)
    }
    return try read(event)
  }
}
