import Contracts
import Foundation
import Support
import Testing

/// CloudEvents over a real broker and a real webhook, in both directions, as an independent SDK and Kafka client see them:
/// Tests/Outsiders/cloudevents_wire.py.
@Suite("CloudEvents over the wire", .serialized)
struct CloudEventsWireTests {
  private func stranger(_ arguments: [String], in city: City) throws -> Sample {
    try Sample("cloudevents_wire.py", arguments, from: "Tests/Outsiders", in: city)
  }

  /// What the stranger said of each event.
  private func told(_ stranger: Sample) -> [JSON] {
    stranger.printed.split(separator: "\n").compactMap { try? JSON(parsing: Array($0.utf8)) }.filter {
      $0.object != nil
    }
  }

  @Test("what the SDK writes is taken in either mode; what comes out, on topics and webhooks, is what it understands")
  func bothWays() async throws {
    try await City.with { city in
      // Whoever receives an event fetches its schema from a service that runs.
      let notifications = try await city.join("notifications")
      let address = "http://127.0.0.1:\(notifications.port)"
      let petitions = try city.start(with: ["CONTRACTS_URL": address])
      for service in [petitions, notifications] {
        try #require(try await service.becomesReady(), "\(service.lastWords)")
      }
      let port = FreePort.next()
      let webhook = try stranger(["listen", "\(port)"], in: city)
      defer { webhook.stop() }
      try #require(try await eventually { webhook.printed.contains("listening") }, "\(webhook.printed)")
      for mode in ["structured", "binary"] { try await subscribe(notifications, port: port, mode: mode, city) }

      let sender = try stranger(["send", "10"], in: city)
      #expect(try await sender.ends() == 0, "\(sender.printed)")
      #expect(try await city.settles(10), "\(petitions.lastWords)")
      try await city.rest(petitions)
      #expect(try await city.receipts().filter { $0 == .registered }.count == 10)

      let prefix = city.topics.prefix
      let reader = try stranger(
        ["read", prefix + "petitions", prefix + "state.petitions", prefix + "complaints.receipts"], in: city)
      #expect(try await reader.ends() == 0, "\(reader.printed.suffix(800))")
      let read = told(reader)
      #expect(read.count >= 30 && read.allSatisfy { $0["mode"]?.string == "binary" })
      for event in read { #expect(event["faults"] == .array([]), "\(event.text)") }
      let schema = "\(address)/schemas/ecoredress.petition.received.v1"
      #expect(read.contains { $0["attributes"]?["dataschema"]?.string == schema })

      let delivered = try await eventually(within: .seconds(60), every: .milliseconds(100)) {
        told(webhook).count >= 20
      }
      #expect(delivered, "\(webhook.printed.suffix(800)) \(notifications.lastWords)")
      for event in told(webhook) { #expect(event["faults"] == .array([]), "\(event.text)") }
      // The same events, whichever way they came.
      func ids(_ events: [JSON]) -> Set<String> {
        Set(
          events.filter { $0["attributes"]?["type"]?.string == "ecoredress.petition.received.v1" }
            .compactMap { $0["attributes"]?["id"]?.string })
      }
      #expect(ids(read).count == 10)
      for mode in ["structured", "binary"] {
        #expect(ids(told(webhook).filter { $0["mode"]?.string == mode }) == ids(read), "\(mode)")
      }
    }
  }

  private func subscribe(_ service: ServiceProcess, port: Int, mode: String, _ city: City) async throws {
    let wish = """
      {"url":"http://127.0.0.1:\(port)/\(mode)","types":["ecoredress.petition.received.v1"],"regions":["360400"],
      "mode":"\(mode)"}
      """
    let asked = await service.post("/v1/subscriptions", wish, token: try await city.token("agency"))
    let id = try JSON(parsing: Array(try #require(asked?.body).utf8))["id"]?.string ?? ""
    let approved = await service.post(
      "/v1/subscriptions/\(id)/approve", "{}", token: try await city.token("operator"))
    try #require(approved?.status == 200, "\(approved?.body ?? "no answer")")
  }
}
