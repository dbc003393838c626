import Contracts
import Hummingbird
import HummingbirdTesting
import Logging
import Messaging
import Testing
import Tracing

@testable import ServiceKit

@Suite("Spans of requests")
struct RequestTraceTests {
  private static let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0"

  private struct Broken: Error, CustomStringConvertible {
    let description = "password=hunter2"
  }

  private let buffer = SpanBuffer(factory: PrometheusRegistry())
  private let logs = LogCapture()

  private func application(ratio: Double?) -> some ApplicationProtocol {
    let tracer = ratio.map { ServiceTracer(sampler: TraceSampler(ratio: $0), buffer: buffer) }
    let service = ServiceRouter(configuration: HTTPConfiguration(), metrics: PrometheusRegistry(), tracer: tracer)
    let logger = logs.logger()
    service.open.get("cases/{id}") { _, context in
      logger.info("inside")
      return JSONResponse(["trace": .string(context.traceParent?.description ?? "")])
    }
    service.open.get("broken") { _, _ -> JSONResponse in throw Broken() }
    service.open.get("healthz") { _, _ in JSONResponse([:]) }
    return service.application(configuration: HTTPConfiguration(), logger: logger)
  }

  private func get(_ client: any TestClientProtocol, _ uri: String, _ trace: String? = nil) async throws -> TestResponse
  {
    var headers: HTTPFields = [:]
    headers[HeaderNames.traceParent] = trace
    return try await client.execute(uri: uri, method: .get, headers: headers)
  }

  @Test("a request is a span that continues the caller's trace, named by its route, without what it was about")
  func continued() async throws {
    try await application(ratio: 0).test(.live) { client in
      let response = try await get(client, "/cases/13800000000?name=wang", Self.parent + "1")
      let span = try #require(buffer.take(upTo: 9).first)
      #expect(span.name == "GET /cases/{id}" && span.kind == .server && span.parentID == "00f067aa0ba902b7")
      #expect(response.headers[HeaderNames.traceParent] == "00-\(span.traceID)-\(span.spanID)-01")
      #expect(
        try JSON(parsing: Array(buffer: response.body))["trace"]?.string == response.headers[HeaderNames.traceParent])
      let json = OTLPTraces.request([span], resource: TraceResource(service: "x", instance: "y", more: [:])).text
      for word in ["13800000000", "wang", "127.0.0.1"] { #expect(!json.contains(word), "\(word)") }
      #expect(span.attributes.get("http.response.status_code") == .int64(200))
      #expect(span.attributes.get("http.route") == .string("/cases/{id}") && span.status == nil)
    }
    // Every line written while it was handled says the trace.
    let lines = logs.lines().filter { $0.contains(#""message":"inside""#) || $0.contains(#""message":"request""#) }
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains(#""trace":"4bf92f3577b34da6a3ce929d0e0e4736""#) }, "\(lines)")
  }

  @Test("what is not sampled is no span, and says so to whom it calls")
  func unsampled() async throws {
    try await application(ratio: 1).test(.live) { client in
      let response = try await get(client, "/cases/1", Self.parent + "0")
      #expect(response.headers[HeaderNames.traceParent]?.hasSuffix("-00") == true)
    }
    try await application(ratio: 0).test(.live) { client in
      let response = try await get(client, "/cases/1")
      #expect(response.headers[HeaderNames.traceParent]?.hasSuffix("-00") == true)
    }
    #expect(buffer.count == 0)
  }

  @Test("a failure is an error without its words; what platforms ask all the time is no span")
  func failing() async throws {
    try await application(ratio: 1).test(.live) { client in
      _ = try await get(client, "/broken")
      _ = try await get(client, "/healthz")
      _ = try await get(client, "/nowhere/13800000000")
      let spans = buffer.take(upTo: 9)
      #expect(spans.map(\.name) == ["GET /broken", "GET"])
      #expect(spans.first?.status?.code == .error && spans.first?.attributes.get("error.type") == .string("500"))
      #expect(spans.last?.status == nil && spans.last?.attributes.get("http.response.status_code") == .int64(404))
      let json = OTLPTraces.request(spans, resource: TraceResource(service: "x", instance: "y", more: [:])).text
      #expect(!json.contains("hunter2") && !json.contains("13800000000"))
    }
  }

  @Test("without a tracer a trace goes on all the same")
  func off() async throws {
    try await application(ratio: nil).test(.live) { client in
      let response = try await get(client, "/cases/1", Self.parent + "1")
      let text = try #require(response.headers[HeaderNames.traceParent])
      #expect(text.hasPrefix("00-4bf92f3577b34da6a3ce929d0e0e4736-") && text.hasSuffix("-01"))
      #expect(!text.contains("00f067aa0ba902b7"))
    }
    #expect(buffer.count == 0)
  }
}
