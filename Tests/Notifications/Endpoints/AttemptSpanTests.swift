import Contracts
import FoundationEssentials
import Messaging
import Support
import Testing
import Tracing

@testable import Notifications
@testable import ServiceKit

@Suite("Spans of attempts")
struct AttemptSpanTests {
  private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
  private static let parent = "00f067aa0ba902b7"

  private let buffer = SpanBuffer(factory: PrometheusRegistry())
  private var tracer: ServiceTracer { ServiceTracer(sampler: TraceSampler(ratio: 0), buffer: buffer) }

  private func event(_ id: String, flags: String) -> CloudEvent {
    var event = Fixtures.event(id, subject: "uscc:\(id)")
    event.traceParent = TraceParent("00-\(Self.trace)-\(Self.parent)-\(flags)")
    return event
  }

  @Test func `each attempt is a child of the event and is told to the agency; the event stays as it is`() async throws {
    try await Receiver.with({ request, before in .init(status: request.event == "a" && before == 0 ? 503 : 204) }) {
      receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url("/hook?token=hunter2"))
        try await office.announce([event("a", flags: "01"), event("b", flags: "00")])
        let worker = try office.webhookWorker(tracer: tracer)
        while try await worker.visitAll() > 0 {}
        try await office.hurry()
        while try await worker.visitAll() > 0 {}
        let spans = buffer.take(upTo: 99)
        #expect(spans.count == 2 && spans.allSatisfy { $0.kind == .client && $0.parentID == Self.parent })
        #expect(spans.map { $0.status?.code == .error } == [true, false])
        #expect(spans.map { $0.attributes.get("http.response.status_code") } == [.int64(503), .int64(204)])
        let requests = receiver.requests().filter { $0.event == "a" }
        #expect(requests.map { $0.headers["traceparent"] } == spans.map { "00-\(Self.trace)-\($0.spanID)-01" })
        for request in requests {
          let carried = try CloudEventCodec.decode(value: request.body, headers: []).traceParent?.description
          #expect(carried == "00-\(Self.trace)-\(Self.parent)-01")
        }
        let unsampled = receiver.requests().first { $0.event == "b" }?.headers["traceparent"]
        #expect(unsampled?.hasPrefix("00-\(Self.trace)-") == true && unsampled?.hasSuffix("-00") == true)
        let json = OTLPTraces.request(spans, resource: TraceResource(service: "x", instance: "y", more: [:])).text
        #expect(!json.contains("hunter2") && !json.contains("uscc:"))
      }
    }
  }

  @Test func `with tracing off a request says nothing of traces`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url())
        try await office.announce([event("a", flags: "01")])
        while try await office.webhookWorker().visitAll() > 0 {}
        #expect(receiver.requests().count == 1 && receiver.requests()[0].headers["traceparent"] == nil)
      }
    }
  }

  @Test func `a message's attempts are children of what asked for it, and say nothing of whom`() async throws {
    try await Office.with { office in
      let channel = StubbornChannel(failing: [ChannelError("gateway-away")])
      let worker = try office.messageWorker(ChannelTable(everything: channel), tracer: tracer)
      var draft = Fixtures.message(sealed: try office.seal())
      draft = draft.caused(
        by: Cause(id: "c", correlation: "c", traceParent: TraceParent("00-\(Self.trace)-\(Self.parent)-01")))
      try await office.take([draft])
      _ = try await worker.sendDue()
      try await office.hurry()
      _ = try await worker.sendDue()
      let spans = buffer.take(upTo: 99)
      #expect(spans.map(\.name) == ["send sms", "send sms"] && spans.allSatisfy { $0.parentID == Self.parent })
      #expect(spans.map { $0.attributes.get("error.type") } == [.string("gateway-away"), nil])
      let json = OTLPTraces.request(spans, resource: TraceResource(service: "x", instance: "y", more: [:])).text
      for secret in Fixtures.secrets { #expect(!json.contains(secret)) }
    }
  }
}

extension MessageDraft {
  /// The same message for another reason.
  fileprivate func caused(by cause: Cause) -> MessageDraft {
    var draft = MessageDraft(
      id: id, subject: subject, audience: audience, template: template, channels: channels, region: region, cause: cause
    )
    (draft.petitionId, draft.contact, draft.sealed, draft.words) = (petitionId, contact, sealed, words)
    draft.urgency = urgency
    return draft
  }
}
