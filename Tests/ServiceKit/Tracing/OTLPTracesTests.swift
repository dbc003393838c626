import Contracts
import Messaging
import Testing
import Tracing

@testable import ServiceKit

/// Against opentelemetry-proto 1.x, `trace.proto` and its JSON mapping, word by word.
@Suite("Spans as OTLP")
struct OTLPTracesTests {
  private let traceID = "4bf92f3577b34da6a3ce929d0e0e4736"

  private func request(_ span: FinishedSpan) -> JSON {
    OTLPTraces.request([span], resource: TraceResource(service: "petitions", instance: "one", more: ["zone": "a"]))
  }

  private func span(
    parentID: String? = "00f067aa0ba902b7", kind: SpanKind = .server, attributes: SpanAttributes = [:],
    status: SpanStatus? = nil
  ) -> FinishedSpan {
    FinishedSpan(
      traceID: traceID, spanID: "b7ad6b7169203331", parentID: parentID, name: "POST /v1/x", kind: kind,
      start: 1_767_225_600_000_000_001, end: 1_767_225_600_000_000_002, attributes: attributes,
      events: [.init(name: "exception", at: 1_767_225_600_000_000_001, attributes: ["exception.type": "X"])],
      links: [.continuing(TraceParent("00-\(traceID)-00f067aa0ba902b7-01"))], status: status)
  }

  @Test("ids are hexadecimal digits, numbers of 64 bits texts, enumerations numbers")
  func wholeRequest() {
    let json = request(
      span(attributes: ["a": 7, "b": "x", "c": true, "d": 0.5], status: SpanStatus(code: .error, message: "why")))
    #expect(
      json.text == """
        {"resourceSpans":[{"resource":{"attributes":[\
        {"key":"service.instance.id","value":{"stringValue":"one"}},\
        {"key":"service.name","value":{"stringValue":"petitions"}},\
        {"key":"service.namespace","value":{"stringValue":"ecoredress"}},\
        {"key":"zone","value":{"stringValue":"a"}}]},\
        "scopeSpans":[{"scope":{"name":"ecoredress"},"spans":[{\
        "traceId":"4bf92f3577b34da6a3ce929d0e0e4736","spanId":"b7ad6b7169203331",\
        "parentSpanId":"00f067aa0ba902b7","flags":1,"name":"POST /v1/x","kind":2,\
        "startTimeUnixNano":"1767225600000000001","endTimeUnixNano":"1767225600000000002",\
        "attributes":[{"key":"a","value":{"intValue":"7"}},{"key":"b","value":{"stringValue":"x"}},\
        {"key":"c","value":{"boolValue":true}},{"key":"d","value":{"doubleValue":0.5}}],\
        "events":[{"timeUnixNano":"1767225600000000001","name":"exception",\
        "attributes":[{"key":"exception.type","value":{"stringValue":"X"}}]}],\
        "links":[{"traceId":"4bf92f3577b34da6a3ce929d0e0e4736","spanId":"00f067aa0ba902b7","flags":1}],\
        "status":{"code":2,"message":"why"}}]}]}]}
        """)
  }

  @Test("a root has no parent, and each kind its number")
  func kinds() {
    let numbers: [(SpanKind, Int64)] = [(.internal, 1), (.server, 2), (.client, 3), (.producer, 4), (.consumer, 5)]
    for (kind, number) in numbers {
      let json = request(span(parentID: nil, kind: kind))
      let span = json["resourceSpans"]?.array?[0]["scopeSpans"]?.array?[0]["spans"]?.array?[0]
      #expect(span?["kind"]?.integer == number)
      #expect(span?["parentSpanId"] == nil)
      #expect(span?["status"]?.text == "{}")
    }
  }

  @Test("nothing that an operator says about the process hides which service it is")
  func resource() {
    let resource = TraceResource(service: "scoring", instance: "one", more: ["service.name": "petitions"])
    #expect(resource.attributes.first { $0.name == "service.name" }?.value == "scoring")
  }

  @Test("spans that the collector did not take are read from its answer")
  func partialSuccess() {
    #expect(OTLPCollector.refused(Array(#"{"partialSuccess":{"rejectedSpans":"3","errorMessage":"x"}}"#.utf8)) == 3)
    #expect(OTLPCollector.refused(Array(#"{"partialSuccess":{"rejectedSpans":2}}"#.utf8)) == 2)
    for text in ["{}", "", "not json", #"{"partialSuccess":{}}"#] {
      #expect(OTLPCollector.refused(Array(text.utf8)) == 0)
    }
  }

  @Test(
    "the path of traces is appended to the base address",
    arguments: [
      ("http://a:4318", "http://a:4318/v1/traces"), ("http://a:4318/", "http://a:4318/v1/traces"),
      ("http://a/otlp", "http://a/otlp/v1/traces"), ("http://a/otlp/", "http://a/otlp/v1/traces"),
    ])
  func address(endpoint: String, traces: String) {
    #expect(OTLPCollector.traces(of: endpoint) == traces)
  }
}
