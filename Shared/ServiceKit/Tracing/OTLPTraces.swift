import Contracts
import Messaging
import Tracing

/// Spans as OTLP has them in JSON (`ExportTraceServiceRequest` of opentelemetry-proto, by its JSON mapping): ids in
/// hexadecimal digits, numbers of 64 bits as texts, enumerations as numbers.
enum OTLPTraces {
  static let mediaType = "application/json"

  static func request(_ spans: [FinishedSpan], resource: TraceResource) -> JSON {
    let attributes = JSON.array(resource.attributes.map { attribute($0.name, ["stringValue": .string($0.value)]) })
    let scope: JSON = ["scope": ["name": "ecoredress"], "spans": .array(spans.map(span))]
    return ["resourceSpans": [["resource": ["attributes": attributes], "scopeSpans": [scope]]]]
  }

  private static func span(_ span: FinishedSpan) -> JSON {
    var object = JSONObject()
    object.set("traceId", span.traceID)
    object.set("spanId", span.spanID)
    object.set("parentSpanId", span.parentID)
    object.set("flags", 1)
    object.set("name", span.name)
    object.set("kind", kind(span.kind))
    object.set("startTimeUnixNano", String(span.start))
    object.set("endTimeUnixNano", String(span.end))
    object.set("attributes", attributes(span.attributes))
    if !span.events.isEmpty { object.set("events", .array(span.events.map(event))) }
    if !span.links.isEmpty { object.set("links", .array(span.links.compactMap(link))) }
    object.set("status", status(span.status))
    return .object(object)
  }

  private static func event(_ event: FinishedSpan.Event) -> JSON {
    [
      "timeUnixNano": .string(String(event.at)), "name": .string(event.name),
      "attributes": attributes(event.attributes),
    ]
  }

  private static func link(_ context: ServiceContext) -> JSON? {
    context.traceParent.map {
      ["traceId": .string($0.traceID), "spanId": .string($0.parentID), "flags": .integer(Int($0.flags))]
    }
  }

  private static func kind(_ kind: SpanKind) -> Int {
    switch kind {
    case .internal: 1
    case .server: 2
    case .client: 3
    case .producer: 4
    case .consumer: 5
    }
  }

  /// Unset is an empty object; 1 is "ok", 2 is "error".
  private static func status(_ status: SpanStatus?) -> JSON {
    var object = JSONObject()
    guard let status else { return .object(object) }
    object.set("code", status.code == .ok ? 1 : 2)
    object.set("message", status.message)
    return .object(object)
  }

  private static func attributes(_ attributes: SpanAttributes) -> JSON {
    var values: [(name: String, value: JSON)] = []
    attributes.forEach { name, attribute in values.append((name, value(attribute))) }
    return .array(values.sorted { $0.name < $1.name }.map { self.attribute($0.name, $0.value) })
  }

  private static func attribute(_ name: String, _ value: JSON) -> JSON { ["key": .string(name), "value": value] }

  /// Lists become one text: nothing of ours has any.
  private static func value(_ attribute: SpanAttribute) -> JSON {
    switch attribute {
    case .int32(let value): ["intValue": .string(String(value))]
    case .int64(let value): ["intValue": .string(String(value))]
    case .bool(let value): ["boolValue": .bool(value)]
    case .double(let value): ["doubleValue": .number(String(value))]
    case .string(let value): ["stringValue": .string(value)]
    case .stringConvertible(let value): ["stringValue": .string(value.description)]
    default: ["stringValue": .string(String(describing: attribute))]
    }
  }
}
