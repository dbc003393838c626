internal import Contracts
internal import Kafka
internal import Logging
internal import Tracing

/// The spans and log lines of messages. A span counts only when the transaction commits: what was undone was done for no
/// message.
extension BatchProcessor {
  /// Begins the span of each message that is sampled; the messages answered know it, and what follows from them has it as
  /// its parent.
  func trace(_ messages: [InboundMessage]) -> [InboundMessage] {
    guard let tracer = context.tracer else { return messages }
    return messages.map { message in
      guard let span = EventSpan.process(message, tracer: tracer) else { return message }
      if span.isRecording { spans.append(span) }
      var message = message
      message.trace = span.context.traceParent
      return message
    }
  }

  /// Runs the body; when it is about one message alone, its log lines name it.
  func about<Value>(_ messages: some Collection<InboundMessage>, _ body: () async throws -> Value) async rethrows
    -> Value
  {
    guard messages.count == 1, let message = messages.first else { return try await body() }
    var present = ServiceContext.continuing(message.trace ?? message.event.traceParent)
    present.handled = HandledEvent(message.event)
    return try await ServiceContext.$current.withValue(present) { try await body() }
  }

  /// Forgets the spans of an attempt that was undone; one of a message that fails by itself is kept, with what failed.
  func undo(spansFrom first: Int, parked: FailureKind?) {
    let own = spans.indices.contains(first) ? spans[first] : nil
    spans.removeSubrange(first...)
    guard let own, let parked else { return }
    own.attributes["error.type"] = parked.code
    own.setStatus(SpanStatus(code: .error, message: "parked"))
    spans.append(own)
  }

  /// Says at the level `debug` what was handled, message by message.
  func note(_ messages: [InboundMessage]) {
    guard logger.logLevel <= .debug else { return }
    for message in messages {
      let handled = HandledEvent(message.event)
      var metadata: Logger.Metadata = [
        "event": "\(handled.id)", "type": "\(message.event.type.rawValue)", "topic": "\(message.record.topic)",
        "partition": "\(message.record.partition)", "offset": "\(message.record.offset)",
      ]
      if let subject = handled.subjectHash { metadata["subject"] = "\(subject)" }
      if let trace = message.cause.traceParent { metadata["trace"] = "\(trace.traceID)" }
      logger.debug("a message is handled", metadata: metadata)
    }
  }
}
