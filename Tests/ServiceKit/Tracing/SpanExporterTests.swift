import Hummingbird
import Logging
import Messaging
import ServiceLifecycle
import Support
import Testing
import Tracing

@testable import ServiceKit

@Suite("Exporting spans")
struct SpanExporterTests {
  /// An exporter at work, and how to end it in order.
  private struct Running {
    let tracer: ServiceTracer
    let buffer: SpanBuffer
    let registry: PrometheusRegistry
    let group: ServiceGroup
    let task: Task<Void, any Error>

    func emit(_ numbers: Range<Int>) {
      for number in numbers { tracer.startSpan("span \(number)", context: .topLevel).end() }
    }

    func end() async throws {
      await group.triggerGracefulShutdown()
      try await task.value
    }

    func count(_ name: String, _ labels: [String: String] = [:]) throws -> Double? {
      try Exposition(registry.text()).value("ecoredress_trace_spans_\(name)_total", labels)
    }
  }

  private func run(
    _ endpoint: String, headers: [String: String] = [:], interval: Duration = .milliseconds(20), attempts: Int = 4
  ) -> Running {
    let registry = PrometheusRegistry()
    let buffer = SpanBuffer(capacity: 1_000, factory: registry)
    let exporter = SpanExporter(
      buffer: buffer, resource: TraceResource(service: "testing", instance: "one", more: [:]),
      collector: OTLPCollector(endpoint: endpoint, headers: headers),
      pace: .init(
        batch: 10, interval: interval, backoff: .milliseconds(10), longestBackoff: .seconds(2), attempts: attempts,
        farewell: .seconds(2)), logger: quiet)
    let group = ServiceGroup(services: [exporter], logger: quiet)
    return Running(
      tracer: ServiceTracer(sampler: TraceSampler(ratio: 1), buffer: buffer), buffer: buffer, registry: registry,
      group: group, task: Task { try await group.run() })
  }

  @Test("spans come whole, in batches, with the headers set")
  func batches() async throws {
    try await TraceCollector.with { collector in
      let running = run(collector.endpoint, headers: ["x-key": "one two"])
      running.emit(0..<25)
      #expect(try await eventually { collector.spans.count == 25 })
      try await running.end()
      #expect(Set(collector.spans.map(\.name)).count == 25 && collector.faults.value.isEmpty)
      #expect(collector.spans.allSatisfy { $0.service == "testing" })
      #expect(collector.headers.value.count >= 3)
      #expect(collector.headers.value.allSatisfy { $0[.init("x-key")!] == "one two" })
      #expect(try running.count("exported") == 25)
    }
  }

  @Test("a busy collector is asked again when it said, and nothing is lost or doubled")
  func busy() async throws {
    try await TraceCollector.with { collector in
      collector.answers.change { $0 = [.init(503), .init(429, headers: ["Retry-After": "1"]), .init(502)] }
      let running = run(collector.endpoint)
      let began = ContinuousClock.now
      running.emit(0..<5)
      #expect(try await eventually { collector.spans.count == 5 })
      #expect(began.duration(to: .now) >= .seconds(1))
      #expect(collector.headers.value.count == 4)
      try await running.end()
      #expect(collector.spans.count == 5)
    }
  }

  @Test("what the collector refuses is dropped and counted, and the next goes on")
  func refused() async throws {
    try await TraceCollector.with { collector in
      collector.answers.change {
        $0 = [.init(400), .init(200, body: #"{"partialSuccess":{"rejectedSpans":"2"}}"#)]
      }
      let running = run(collector.endpoint)
      running.emit(0..<3)
      #expect(try await eventually { try running.count("dropped", ["reason": "refused"]) == 3 })
      running.emit(3..<8)
      #expect(try await eventually { try running.count("dropped", ["reason": "refused"]) == 5 })
      #expect(try running.count("exported") == 3)
      try await running.end()
    }
  }

  @Test("with the collector away work goes on at once, and what cannot be kept is counted")
  func away() async throws {
    let running = run("http://127.0.0.1:\(FreePort.next())", attempts: 2)
    let began = ContinuousClock.now
    running.emit(0..<5_000)
    #expect(began.duration(to: .now) < .seconds(2))
    #expect(try await eventually { try running.count("dropped", ["reason": "unreachable"]) ?? 0 > 0 })
    #expect(try running.count("dropped", ["reason": "full"]) ?? 0 >= 3_000)
    let ending = ContinuousClock.now
    try await running.end()
    #expect(ending.duration(to: .now) < .seconds(5))
    #expect(running.buffer.count == 0 && running.registry.text().contains("exported_total 0"))
  }

  @Test("what ended last is exported before the process ends")
  func farewell() async throws {
    try await TraceCollector.with { collector in
      let running = run(collector.endpoint, interval: .seconds(600))
      try await Task.sleep(for: .milliseconds(50))
      running.emit(0..<7)
      try await running.end()
      #expect(collector.spans.count == 7)
    }
  }
}
