internal import Contracts
internal import FoundationEssentials
internal import Kafka
internal import Tracing

/// The spans of events: one where an event is created, one where it is handled.
enum EventSpan {
  /// Begins the span of an event's creation, whose id the event then carries. What is not sampled carries on what its
  /// cause carries, so that nobody after it samples it either.
  static func create(
    _ event: OutboundEvent, id: UUID, tracer: any Tracer
  ) -> (trace: TraceParent?, span: (any Span)?) {
    let parent = event.cause.traceParent ?? ServiceContext.current?.traceParent
    if let parent, !parent.isSampled { return (parent, nil) }
    let span = tracer.startSpan("create \(event.topic.name)", context: .continuing(parent), ofKind: .producer)
    guard span.isRecording else { return (span.context.traceParent, nil) }
    span.updateAttributes { attributes in
      attributes["messaging.system"] = "kafka"
      attributes["messaging.operation.type"] = "create"
      attributes["messaging.operation.name"] = "create"
      attributes["messaging.destination.name"] = event.topic.name
      attributes["messaging.message.id"] = id.lowercased
      attributes["cloudevents.event_type"] = event.type.rawValue
    }
    return (span.context.traceParent, span)
  }

  /// Begins the span of a message's handling; nil for what is known not to be sampled.
  static func process(_ message: InboundMessage, tracer: any Tracer) -> (any Span)? {
    let parent = message.event.traceParent
    if let parent, !parent.isSampled { return nil }
    let topic = message.record.topic
    let span = tracer.startSpan("process \(topic)", context: .continuing(parent), ofKind: .consumer)
    guard span.isRecording else { return span }
    span.updateAttributes { attributes in
      attributes["messaging.system"] = "kafka"
      attributes["messaging.operation.type"] = "process"
      attributes["messaging.operation.name"] = "process"
      attributes["messaging.destination.name"] = topic
      attributes["messaging.destination.partition.id"] = String(message.record.partition)
      attributes["messaging.kafka.offset"] = message.record.offset
      attributes["messaging.message.id"] = HandledEvent(message.event).id
      attributes["cloudevents.event_type"] = message.event.type.rawValue
    }
    return span
  }
}
