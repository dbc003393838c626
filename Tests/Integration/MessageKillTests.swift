import Contracts
import Foundation
import Kafka
import Postgres
import Support
import Testing

/// What `notifications` promises of messages when it is killed in the middle of sending, and what it never lets out.
@Suite("Killed while sending", .serialized)
struct MessageKillTests {
  /// What may stand nowhere but in the complaints themselves and at the gateway.
  private let secrets = ["王先生", "13800000000"]

  @Test func `nothing is forgotten, what is sent twice carries the same id, and nothing personal gets out`()
    async throws
  {
    try await HoldingGateway.with(refuses: { $0 == 9 }) { gateway in
      try await City.with { city in
        let petitions = try city.start()
        let first = try await city.join("notifications", ["SMS_GATEWAY": gateway.description])
        #expect(try await petitions.becomesReady())
        #expect(try await first.becomesReady())
        try await city.topics.write((1...8).map { city.complaint($0) })
        // In the middle of sending: the gateway has the messages and has not answered.
        #expect(try await eventually(within: .seconds(60)) { gateway.calls.count >= 4 })
        first.signal(SIGKILL)
        #expect(try await first.waitForEnd(within: .seconds(20)))
        let before = Set(gateway.calls.map(\.id))
        gateway.letGo()

        let inside = try await city.administrator()
        // The time of the dead one's leases passes.
        try await inside.execute("update notifications.message set leased_until = now() where lease is not null")
        let second = try city.start(program: "notifications")
        #expect(try await second.becomesReady())
        #expect(
          try await eventually(within: .seconds(60)) {
            try await inside.execute(
              "update notifications.message set due_at = now() where due_at > now() and lease is null")
            return try await inside.query(
              """
              select count(*) from notifications.message where status = 'delivered' and audience = 'petitioner'
              """, as: Int.self) == [8]
          }, "\(second.lastWords)")

        let calls = Dictionary(grouping: gateway.calls, by: \.id)
        let known = try await inside.query(
          "select id from notifications.message where audience = 'petitioner'", as: UUID.self
        ).map(\.lowercased)
        #expect(Set(calls.keys) == Set(known), "every message reached the gateway under its own id")
        #expect(before.allSatisfy { (calls[$0]?.count ?? 0) >= 2 }, "what was under way came again with the same id")
        #expect(calls.values.allSatisfy { Set($0.map(\.text)).count == 1 }, "and says the same")
        #expect(gateway.calls.allSatisfy { $0.to == secrets[1] && $0.text.contains(secrets[0]) })
        #expect(
          try await eventually(within: .seconds(60)) {
            // Staff are told too, of a backlog: that is another matter.
            let told = try await city.events(.notifications).filter { event in
              event.type == .notificationDelivered
                && known.contains((try? event.json()["messageId"]?.string) ?? "")
            }
            return told.count == 8 && Set(told.map(\.id)).count == 8
          }, "and is told once")
        let attempts = try await inside.query(
          """
          select count(*) from notifications.message_attempt a join notifications.message m on m.id = a.message_id
          where a.outcome = 'delivered' and m.audience = 'petitioner'
          """, as: Int.self)
        #expect(attempts == [8])
        try await searchEverything(of: city, inside, [petitions, second])
        await inside.close()
      }
    }
  }

  /// Looks for what was planted in everything the run produced.
  private func searchEverything(of city: City, _ inside: PostgresConnection, _ services: [ServiceProcess]) async throws
  {
    var searched: [String: String] = [:]
    let topics = TopicCatalogue.topics(of: .notifications, shards: 2) + [.complaintReceipts, .complaintStatuses]
    for topic in Set(topics.map(\.name)) {
      let messages = try await city.topics.read(city.topics.prefix + topic)
      searched[topic] = messages.map { message in
        String(decoding: message.value ?? [], as: UTF8.self)
          + message.headers.map { String(decoding: $0.value ?? [], as: UTF8.self) }.joined(separator: "\n")
      }.joined(separator: "\n")
    }
    #expect(searched[Topic.petitionerMessages.name]?.contains("sealedContact") == true)
    // A record that breaks its contract goes to the dead letters, with all that is in it.
    let type = EventType.petitionerMessageRequested.rawValue
    let data = #"{"name":"王先生","phone":"13800000000"}"#
    let broken = #"{"specversion":"1.0","id":"b","source":"/ecoredress/petitions","type":"\#(type)","data":\#(data)}"#
    let topic = city.topics.prefix + Topic.petitionerMessages.name
    try await city.topics.write([KafkaRecord(topic: topic, key: Array("b".utf8), value: Array(broken.utf8))])
    #expect(
      try await eventually(within: .seconds(60)) {
        try await inside.query("select count(*) from notifications.dead_letter", as: Int.self) == [1]
      })
    searched["tables"] = try await SchemaText.read("notifications", on: inside)
    #expect(searched["tables"]?.contains("gateway:R-") == true)
    for file in try FileManager.default.contentsOfDirectory(atPath: city.folder) where file.hasSuffix(".log") {
      searched[file] = try String(contentsOfFile: "\(city.folder)/\(file)", encoding: .utf8)
    }
    for service in services { searched["metrics \(service.port)"] = await service.get("/metrics")?.body }
    #expect(searched.values.contains { $0.contains("ecoredress_message_attempts_total") })
    for (place, text) in searched {
      for secret in secrets { #expect(!text.contains(secret), "\(secret) stands in \(place)") }
    }
  }
}
