import Contracts
import FoundationEssentials
import Kafka
import Postgres
import Support
import Testing
import Tracing

@testable import Messaging
@testable import ServiceKit

/// The spans of work, against a real broker and database.
@Suite("Spans of messages, events and timers", .serialized)
struct TracedWorkTests {
  private struct Broken: Error, CustomStringConvertible {
    let description = "王先生 13800000000"
  }

  private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
  private let buffer = SpanBuffer(factory: PrometheusRegistry())

  private func tracer(_ ratio: Double) -> ServiceTracer {
    ServiceTracer(sampler: TraceSampler(ratio: ratio), buffer: buffer)
  }

  /// A record about a person, with a trace context of these flags; without one when there are none.
  private func record(_ topic: String, id: String, text: String = "good", flags: String?) -> KafkaRecord {
    var headers = [
      KafkaHeader("ce_specversion", text: "1.0"), KafkaHeader("ce_id", text: id),
      KafkaHeader("ce_source", text: "/test"), KafkaHeader("ce_type", text: "ecoredress.probe.sent.v1"),
      KafkaHeader("ce_subject", text: "13800000000"), KafkaHeader("content-type", text: "application/json"),
    ]
    if let flags { headers.append(KafkaHeader("ce_traceparent", text: "00-\(Self.trace)-00f067aa0ba902b7-\(flags)")) }
    return KafkaRecord(topic: topic, key: Array(id.utf8), value: Array("\"\(text)\"".utf8), headers: headers)
  }

  /// Emits one event for each message, and fails for those that say "poison".
  private func subscription(_ topic: String) -> Subscription {
    Subscription(topic: topic, types: ["ecoredress.probe.sent.v1"]) { messages, work in
      for message in messages {
        if String(decoding: message.event.data ?? [], as: UTF8.self).contains("poison") { throw Broken() }
        work.emit(Self.event(message.orderingKey, message.cause))
      }
    }
  }

  private static func event(_ key: String, _ cause: Cause) -> OutboundEvent {
    OutboundEvent(
      topic: .petitions, key: key, type: "ecoredress.probe.taken.v1", subject: key, cause: cause, sequence: 1,
      data: .object([:]))
  }

  private func consume(_ stage: Stage, _ topic: String, count: Int) async throws {
    let consumer = InboundConsumer(
      settings: .init(
        kafka: stage.topics.settings, group: stage.topics.prefix + "group",
        limits: KafkaBatchLimits(messages: 100, bytes: 1 << 20, wait: .milliseconds(200))),
      subscriptions: [subscription(topic)], pool: stage.pool, context: stage.context, broker: stage.broker,
      signal: stage.signal, faults: .none, logger: stage.logger)
    let task = Task { try await consumer.run() }
    #expect(try await eventually(within: .seconds(30)) { consumer.status.taken == count })
    task.cancel()
    try await task.value
  }

  /// The trace context that each event in the outbox carries, by its key.
  private func carried(_ stage: Stage) async throws -> [String: TraceParent] {
    let rows = try await stage.pool.query("select key, headers from outbox", as: (String, [UInt8]).self)
    let traces = rows.map { row in
      let text = String(decoding: row.1, as: UTF8.self)
      let place = text.firstRange(of: "ce_traceparent").map { text[$0.upperBound...] }
      let trace = place.flatMap { rest in rest.firstRange(of: "00-").map { rest[$0.lowerBound...].prefix(55) } }
      return (row.0, trace.flatMap { TraceParent(String($0)) })
    }
    return Dictionary(uniqueKeysWithValues: traces.compactMap { key, trace in trace.map { (key, $0) } })
  }

  @Test(
    "a message's handling is a child of what it carries, and what it emits a child of that; one that is parked fails alone"
  )
  func messages() async throws {
    try await Stage.with(tracer: tracer(0)) { stage in
      let topic = try await stage.topics.make("in", partitions: 1)
      try await stage.topics.write([
        record(topic, id: "a", flags: "01"), record(topic, id: "b", text: "poison", flags: "01"),
        record(topic, id: "c", flags: "00"), record(topic, id: "d", flags: nil),
      ])
      try await consume(stage, topic, count: 4)
      let spans = buffer.take(upTo: 99)
      #expect(spans.map(\.name).sorted() == ["create petitions", "process \(topic)", "process \(topic)"])
      let handled = try #require(spans.first { $0.kind == .consumer && $0.status == nil })
      let created = try #require(spans.first { $0.kind == .producer })
      #expect(handled.traceID == Self.trace && handled.parentID == "00f067aa0ba902b7")
      #expect(created.traceID == Self.trace && created.parentID == handled.spanID)
      let parked = try #require(spans.first { $0.status?.code == .error })
      #expect(parked.parentID == "00f067aa0ba902b7" && parked.attributes.get("error.type") == .string("handler-failed"))
      let carried = try await carried(stage)
      #expect(carried["a"]?.parentID == created.spanID && carried["a"]?.isSampled == true)
      // Not sampled: handed on as it came, and a trace that begins here tells everybody after it.
      #expect(carried["c"]?.description == "00-\(Self.trace)-00f067aa0ba902b7-00")
      #expect(carried["d"]?.isSampled == false && carried["d"]?.traceID != Self.trace)
      let json = OTLPTraces.request(spans, resource: TraceResource(service: "x", instance: "y", more: [:])).text
      #expect(!json.contains("13800000000") && !json.contains("王先生"))
    }
  }

  @Test("what is undone leaves no span")
  func undone() async throws {
    try await Stage.with(tracer: tracer(1)) { stage in
      await #expect(throws: Broken.self) {
        try await stage.runner.run { work in
          work.emit(Self.event("k", Cause(id: "c", correlation: "c")))
          throw Broken()
        }
      }
      #expect(buffer.count == 0)
      _ = try await stage.runner.run { $0.emit(Self.event("k", Cause(id: "c", correlation: "c"))) }
      let span = try #require(buffer.take(upTo: 9).first)
      #expect(span.parentID == nil && span.kind == .producer)
      #expect(try await carried(stage)["k"]?.parentID == span.spanID)
    }
  }

  @Test("timers that fire are a trace, what they emit is in it, and one that fails says so")
  func timers() async throws {
    try await Stage.with(tracer: tracer(1)) { stage in
      let timers = TimerRunner(
        handlers: [
          "note": { timers, work in
            for timer in timers { work.emit(Self.event(timer.subject, Cause(id: timer.subject, correlation: "c"))) }
          },
          "fail": { _, _ in throw Broken() },
        ], pool: stage.pool, context: stage.context, signal: stage.signal, logger: stage.logger)
      try await stage.runner.run { work in
        for subject in ["a", "b"] { work.schedule(DurableTimer(kind: "note", subject: subject, due: .distantPast)) }
        work.schedule(DurableTimer(kind: "fail", subject: "c", due: .distantPast))
      }
      _ = try await timers.fireDue()
      let spans = buffer.take(upTo: 99)
      let fired = try #require(spans.first { $0.name == "fire note" })
      #expect(fired.kind == .internal && fired.parentID == nil && fired.status == nil)
      let created = spans.filter { $0.kind == .producer }
      #expect(created.count == 2 && created.allSatisfy { $0.traceID == fired.traceID && $0.parentID == fired.spanID })
      let failed = try #require(spans.first { $0.name == "fire fail" })
      #expect(failed.status?.code == .error && failed.attributes.get("error.type") == .string("handler-failed"))
    }
  }

  @Test("with tracing off an event carries what its cause carries, and nothing is begun")
  func off() async throws {
    try await Stage.with { stage in
      let topic = try await stage.topics.make("in", partitions: 1)
      try await stage.topics.write([record(topic, id: "a", flags: "01"), record(topic, id: "b", flags: nil)])
      try await consume(stage, topic, count: 2)
      let carried = try await carried(stage)
      #expect(carried["a"]?.description == "00-\(Self.trace)-00f067aa0ba902b7-01" && carried["b"] == nil)
    }
  }
}
