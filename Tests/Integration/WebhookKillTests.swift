import Contracts
import Foundation
import Hummingbird
import Kafka
import Logging
import Postgres
import Support
import Testing

/// kill -9 in the middle of sending: no event is forgotten, and what was sent twice has the same id both times.
@Suite("Killed while posting", .serialized)
struct WebhookKillTests {
  private static let count = 120

  /// What an agency's endpoint got: the id and the event of each request, in order.
  private struct Got: Sendable {
    let id: String
    let event: String
  }

  @Test("a service killed while requests are under way delivers everything, repeats under their ids")
  func killed() async throws {
    let got = Remembered<[Got]>([])
    // Requests from the thirtieth on get no answer until the service is dead.
    let isHolding = Remembered(true)
    try await City.with { city in
      let first = try await city.join("notifications")
      try #require(try await first.becomesReady(), "\(first.lastWords)")
      let port = Remembered<Int?>(nil)
      let server = Application(
        router: Self.router(got, isHolding),
        configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in
          let number = channel.localAddress?.port
          port.change { $0 = number }
        }, logger: Logger(label: "endpoint") { _ in SwiftLogNoOpLogHandler() })
      let serving = Task { try await server.runService() }
      defer { serving.cancel() }
      try #require(try await eventually { port.value != nil })
      try await subscribe(first, port: port.value ?? 0, city)
      try await city.topics.write((0..<Self.count).map { event($0, city) })
      #expect(
        try await eventually(within: .seconds(60)) { got.value.count >= 34 },
        "\(got.value.count) came; \(first.lastWords)")
      first.signal(SIGKILL)
      #expect(try await first.waitForEnd(within: .seconds(10)))
      isHolding.change { $0 = false }
      let second = try city.start(program: "notifications")
      let all = Set((0..<Self.count).map { "event-\($0)" })
      // Whoever died held the endpoint; its lease ends by itself.
      #expect(
        try await eventually(within: .seconds(240), every: .milliseconds(200)) {
          try await delivered(city) == Self.count
        }, "\(second.lastWords)")
      #expect(Set(got.value.map(\.event)) == all)
      for (event, requests) in Dictionary(grouping: got.value, by: \.event) {
        #expect(Set(requests.map(\.id)).count == 1, "\(event)")
      }
      // Those that were under way came twice: the test would show nothing otherwise.
      #expect(got.value.count > Self.count)
      await second.stop()
    }
  }

  private static func router(
    _ got: Remembered<[Got]>, _ isHolding: Remembered<Bool>
  ) -> Router<BasicRequestContext> {
    let router = Router()
    router.on("**", method: .options) { _, _ in
      var headers = HTTPFields()
      if let name = HTTPFields.Element.Name("WebHook-Allowed-Origin") { headers[name] = "*" }
      return Response(status: .ok, headers: headers)
    }
    router.post("**") { request, _ in
      let body = try await request.body.collect(upTo: 1 << 20)
      let event = try JSON(parsing: Array(buffer: body))["id"]?.string ?? ""
      let id = HTTPFields.Element.Name("webhook-id").flatMap { request.headers[$0] } ?? ""
      got.change { $0.append(Got(id: id, event: event)) }
      let place = got.value.count
      while place >= 30, isHolding.value { try await Task.sleep(for: .milliseconds(20)) }
      return Response(status: .noContent)
    }
    return router
  }

  private func subscribe(_ service: ServiceProcess, port: Int, _ city: City) async throws {
    let wish =
      #"{"url":"http://127.0.0.1:\#(port)/hook","types":["ecoredress.colour."],"regions":["360400"],"concurrency":5}"#
    let asked = await service.post("/v1/subscriptions", wish, token: try await city.token("agency"))
    let id = try JSON(parsing: Array(try #require(asked?.body).utf8))["id"]?.string ?? ""
    let approved = await service.post(
      "/v1/subscriptions/\(id)/approve", "{}", token: try await city.token("operator"))
    try #require(approved?.status == 200, "\(approved?.body ?? "no answer")")
  }

  private func event(_ number: Int, _ city: City) -> KafkaRecord {
    let event: JSON = [
      "specversion": "1.0", "id": .string("event-\(number)"), "source": "/ecoredress/scoring",
      "type": .string(EventType.colourChanged.rawValue), "subject": .string("site:360402-s\(number)"),
      "region": "360402", "colour": "red", "data": ["number": .string("\(number)")],
    ]
    return KafkaRecord(
      topic: city.topics.prefix + "scores", key: Array("site:360402-s\(number)".utf8), value: event.bytes)
  }

  private func delivered(_ city: City) async throws -> Int {
    let connection = try await city.administrator()
    let count = try await connection.query(
      "select count(*) from notifications.delivery where status = 'delivered'", as: Int.self
    ).first
    await connection.close()
    return count ?? 0
  }
}
