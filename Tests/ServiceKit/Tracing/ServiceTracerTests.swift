import Contracts
import Messaging
import Testing
import Tracing

@testable import ServiceKit

@Suite("Beginning spans")
struct ServiceTracerTests {
  private struct Secret: Error, CustomStringConvertible {
    let description = "王先生 13800000000"
  }

  private let buffer = SpanBuffer(factory: PrometheusRegistry())

  private func tracer(_ ratio: Double) -> ServiceTracer {
    ServiceTracer(sampler: TraceSampler(ratio: ratio), buffer: buffer)
  }

  @Test("a parent decides, whatever the ratio; its trace goes on")
  func parents() throws {
    let sampled = try #require(TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
    let unsampled = try #require(TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"))
    for ratio in [0.0, 1.0] {
      let span = tracer(ratio).startSpan("x", context: .continuing(sampled))
      let place = try #require(span.context.traceParent)
      #expect(span.isRecording && place.traceID == sampled.traceID && place.parentID != sampled.parentID)
      #expect(place.description.hasSuffix("-01"))
      span.end()
      let silent = tracer(ratio).startSpan("x", context: .continuing(unsampled))
      #expect(!silent.isRecording && silent.context.traceParent?.traceID == unsampled.traceID)
      #expect(silent.context.traceParent?.description.hasSuffix("-00") == true)
      silent.end()
    }
    let spans = buffer.take(upTo: 10)
    #expect(spans.count == 2 && spans.allSatisfy { $0.parentID == sampled.parentID })
  }

  @Test("without a parent the ratio decides: none, all, or about its share, and every service the same")
  func ratios() throws {
    #expect(!tracer(0).startSpan("x", context: .topLevel).isRecording)
    #expect(tracer(1).startSpan("x", context: .topLevel).isRecording)
    let ids = (0..<4_000).map { _ in TraceParent.newTraceID() }
    let (one, other) = (TraceSampler(ratio: 0.25), TraceSampler(ratio: 0.25))
    #expect((850...1_150).contains(ids.count { one.takes($0) }))
    #expect(ids.allSatisfy { one.takes($0) == other.takes($0) })
    // What a lower ratio takes a higher one takes too.
    let more = TraceSampler(ratio: 0.5)
    #expect(ids.filter { one.takes($0) }.allSatisfy { more.takes($0) })
    // The bound of the other implementations: the last eight bytes, without the lowest bit.
    #expect(TraceSampler(ratio: 0.5).takes("ffffffffffffffff7fffffffffffffff"))
    #expect(!TraceSampler(ratio: 0.5).takes("00000000000000008000000000000000"))
  }

  @Test("an error is recorded by its type, never by its words")
  func errors() {
    try? tracer(1).withSpan("x", context: .topLevel) { _ in throw Secret() }
    let span = buffer.take(upTo: 1).first
    #expect(span?.status?.code == .error && span?.events.first?.name == "exception")
    let text = span.map {
      OTLPTraces.request([$0], resource: TraceResource(service: "x", instance: "y", more: [:])).text
    }
    #expect(text?.contains("13800000000") == false && text?.contains("Secret") == true)
  }

  @Test("a full buffer drops and counts, and never waits")
  func full() throws {
    let registry = PrometheusRegistry()
    let buffer = SpanBuffer(capacity: 3, factory: registry)
    let tracer = ServiceTracer(sampler: TraceSampler(ratio: 1), buffer: buffer)
    for number in 0..<10 { tracer.startSpan("\(number)", context: .topLevel).end() }
    #expect(buffer.count == 3)
    let metrics = try Exposition(registry.text())
    #expect(metrics.value("ecoredress_trace_spans_dropped_total", ["reason": "full"]) == 7)
    #expect(metrics.value("ecoredress_trace_spans_dropped_total", ["reason": "refused"]) == 0)
    let taken = buffer.take(upTo: 2)
    #expect(taken.map(\.name) == ["0", "1"])
    tracer.startSpan("a", context: .topLevel).end()
    buffer.putBack(taken)
    #expect(buffer.take(upTo: 9).map(\.name) == ["1", "2", "a"])
  }

  @Test("a span ends once, and what is said afterwards is not heard")
  func once() {
    let span = tracer(1).startSpan("x", context: .topLevel)
    span.end()
    span.operationName = "y"
    span.end()
    #expect(buffer.take(upTo: 9).map(\.name) == ["x"])
  }
}
