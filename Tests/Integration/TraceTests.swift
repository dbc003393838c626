import Contracts
import Foundation
import Hummingbird
import Kafka
import Logging
import Support
import Testing

/// One trace from a hotline's record to an agency's endpoint, through the real executables.
@Suite("Traces", .serialized)
struct TraceTests {
  private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
  private static let unsampled = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  private static let parent = "00f067aa0ba902b7"
  private static let personal = ["王先生", "13800000000", "污水反流", "某小区"]

  @Test("a complaint, its petition, the notification and the webhook are one trace; what is not sampled is none")
  func wholeChain() async throws {
    let got = Remembered<[HTTPFields]>([])
    try await TraceCollector.with { collector in
      try await City.with { city in
        let settings = ["OTEL_EXPORTER_OTLP_ENDPOINT": collector.endpoint, "OTEL_TRACES_SAMPLER_ARG": "0"]
        let petitions = try city.start(with: settings)
        let notifications = try await city.join("notifications", settings)
        try #require(try await petitions.becomesReady(), "\(petitions.lastWords)")
        try #require(try await notifications.becomesReady(), "\(notifications.lastWords)")
        try await Self.serving(got) { port in
          try await subscribe(notifications, port: port, city)
          try await city.topics.write([
            complaint(1, "\(Self.trace)-\(Self.parent)-01", city),
            complaint(2, "\(Self.unsampled)-\(Self.parent)-00", city),
          ])
          #expect(
            try await eventually(within: .seconds(60)) {
              got.value.count >= 2 && collector.spans.contains { $0.name == "POST webhook" }
            }, "\(got.value.count) came; \(notifications.lastWords)")
        }
        // The last spans of both come when they end.
        await petitions.stop()
        await notifications.stop()
        try await judge(collector, got.value, city)
      }
    }
  }

  private func judge(_ collector: TraceCollector, _ got: [HTTPFields], _ city: City) async throws {
    #expect(collector.faults.value.isEmpty)
    let spans = collector.spans.filter { $0.traceID == Self.trace }
    let prefix = city.topics.prefix
    let taken = try #require(spans.first { $0.name == "process \(prefix)complaints" })
    #expect(taken.service == "petitions" && taken.kind == 5 && taken.parentID == Self.parent && taken.status == 0)
    let received = try #require(
      spans.first { $0.attributes["cloudevents.event_type"] == "ecoredress.petition.received.v1" && $0.kind == 4 })
    #expect(received.service == "petitions" && received.parentID == taken.spanID && received.name == "create petitions")
    let heard = try #require(
      spans.first { $0.service == "notifications" && $0.parentID == received.spanID && $0.kind == 5 })
    #expect(heard.name == "process \(prefix)petitions")
    #expect(heard.attributes["messaging.message.id"] == received.attributes["messaging.message.id"])
    let posted = try #require(spans.first { $0.name == "POST webhook" })
    #expect(posted.service == "notifications" && posted.kind == 3 && posted.parentID == received.spanID)
    #expect(posted.attributes["http.response.status_code"] == "204" && posted.end >= posted.start)
    // Every span but the first hangs on another of the same trace.
    let ids = Set(spans.map(\.spanID))
    #expect(spans.allSatisfy { $0.spanID == taken.spanID || ids.contains($0.parentID ?? "") })
    // Nothing that began elsewhere without being sampled, nor by itself, at a ratio of 0.
    #expect(collector.spans.count == spans.count)
    for word in Self.personal { #expect(!spans.contains { $0.text.contains(word) }, "\(word)") }

    let headers = got.compactMap { fields in HTTPFields.Element.Name("traceparent").flatMap { fields[$0] } }
    #expect(headers.contains("00-\(Self.trace)-\(posted.spanID)-01"))
    #expect(headers.contains { $0.hasPrefix("00-\(Self.unsampled)-") && $0.hasSuffix("-00") })
    let carried = try await city.events(.petitions).compactMap { $0.traceParent?.description }
    #expect(carried.contains("00-\(Self.trace)-\(received.spanID)-01"))
    #expect(carried.contains("00-\(Self.unsampled)-\(Self.parent)-00"))
  }

  @Test("a level set by the command is followed by a running replica, with the event's words, and goes back by itself")
  func levels() async throws {
    try await City.with { city in
      let petitions = try city.start()
      try #require(try await petitions.becomesReady(), "\(petitions.lastWords)")
      try await city.command("log-level", "set", "loud", code: 64)
      try await city.command("log-level", "set", "debug", "--for", "25h", code: 64)
      try await city.command("log-level", "set", "debug", "--dry-run", "--json")
      try await city.command("log-level", "set", "debug", "--logger", "petitions.consumer", "--for", "15s")
      #expect(
        try await eventually(within: .seconds(14)) {
          petitions.lines.contains { $0.contains("petitions.consumer=debug") }
        })
      try await city.topics.write([complaint(1, "\(Self.trace)-\(Self.parent)-00", city)])
      #expect(try await eventually { petitions.lines.contains { $0.contains("a message is handled") } })
      let line = try #require(petitions.lines.first { $0.contains("a message is handled") })
      let json = try JSON(parsing: Array(line.utf8))
      #expect(json["logger"]?.string == "petitions.consumer" && json["level"]?.string == "debug")
      #expect(json["metadata"]?["trace"]?.string == Self.trace && json["metadata"]?["event"]?.string != nil)
      for word in Self.personal + ["case-1"] { #expect(!line.contains(word), "\(word)") }
      // Over by itself: a replica says so, and the next message is not told.
      #expect(
        try await eventually(within: .seconds(40)) {
          petitions.lines.count { $0.contains("other levels of logging are in force") } == 2
        })
      try await city.topics.write([complaint(2, "\(Self.trace)-\(Self.parent)-00", city)])
      #expect(try await eventually { try await city.events(.petitions).count >= 2 })
      #expect(petitions.lines.count { $0.contains("a message is handled") } == 1)
    }
  }

  private func complaint(_ number: Int, _ trace: String, _ city: City) -> KafkaRecord {
    let record = city.complaint(number)
    let text = String(decoding: record.value ?? [], as: UTF8.self)
      .replacingOccurrences(of: #""specversion":"1.0","#, with: #""specversion":"1.0","traceparent":"00-\#(trace)","#)
    return KafkaRecord(topic: record.topic, key: record.key, value: Array(text.utf8))
  }

  /// Runs an agency's endpoint as long as the body; keeps the headers of what it gets.
  private static func serving(_ got: Remembered<[HTTPFields]>, _ body: (Int) async throws -> Void) async throws {
    let router = Router()
    router.on("**", method: .options) { _, _ in
      var headers = HTTPFields()
      if let name = HTTPFields.Element.Name("WebHook-Allowed-Origin") { headers[name] = "*" }
      return Response(status: .ok, headers: headers)
    }
    router.post("**") { request, _ in
      got.change { $0.append(request.headers) }
      return Response(status: .noContent)
    }
    let port = Remembered<Int?>(nil)
    let server = Application(
      router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        let number = channel.localAddress?.port
        port.change { $0 = number }
      }, logger: Logger(label: "endpoint") { _ in SwiftLogNoOpLogHandler() })
    let running = Task { try await server.runService() }
    defer { running.cancel() }
    try #require(try await eventually { port.value != nil })
    try await body(port.value ?? 0)
  }

  private func subscribe(_ service: ServiceProcess, port: Int, _ city: City) async throws {
    let wish =
      #"{"url":"http://127.0.0.1:\#(port)/hook","types":["ecoredress.petition.received."],"regions":["360400"]}"#
    let asked = await service.post("/v1/subscriptions", wish, token: try await city.token("agency"))
    let id = try JSON(parsing: Array(try #require(asked?.body).utf8))["id"]?.string ?? ""
    let approved = await service.post(
      "/v1/subscriptions/\(id)/approve", "{}", token: try await city.token("operator"))
    try #require(approved?.status == 200, "\(approved?.body ?? "no answer")")
  }
}
