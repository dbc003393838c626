import Contracts
import FoundationEssentials
import NIOHTTP1
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Notifications

@Suite("Deliveries by hand")
struct HandTests {
  private let clerk = "wang clerk 360400"

  @Test func `who cannot be reached by short message is called, and the call is the proof`() async throws {
    try await Office.with { office in
      let sms = StubbornChannel(failing: [ChannelError("smtp-550", isFinal: true)])
      let worker = try office.messageWorker(ChannelTable([.sms: sms]))
      try await office.take([Fixtures.message(channels: [.sms, .phone], sealed: try office.seal())])
      while try await worker.sendDue() > 0 {}
      try await Served.with(office) { (call: Served.Call) async throws in
        let list = try await call(.GET, "v1/hand-deliveries?channel=phone", clerk, nil)
        let entry = try #require(list.body["handDeliveries"]?.array?.first)
        for secret in Fixtures.secrets { #expect(!list.body.text.contains(secret)) }
        let path = "v1/hand-deliveries/" + (entry["messageId"]?.string ?? "")
        #expect(try await call(.POST, path + "/open", clerk, nil).status == 409)
        #expect(try await call(.POST, path + "/take", "li clerk 350000", nil).status == 403)
        #expect(try await call(.POST, path + "/take", clerk, nil).body["takenBy"]?.string == "wang")
        #expect(try await call(.POST, path + "/take", "zhao clerk 360400", nil).status == 409)
        #expect(try await call(.POST, path + "/open", "zhao clerk 360400", nil).status == 409)
        let sheet = try await call(.POST, path + "/open", clerk, nil)
        #expect(sheet.body["name"]?.string == "侯先生" && sheet.body["address"]?.string == "13800138000")
        #expect(sheet.body["text"]?.string?.contains("360482-24-000017") == true)
        let outcome = try await call(.POST, path + "/outcome", clerk, ["outcome": "reached", "acknowledged": "spoken"])
        #expect(outcome.status == 200 && outcome.body["status"]?.string == "delivered")
        #expect(try await call(.POST, path + "/outcome", clerk, ["outcome": "reached"]).status == 404)
        #expect(try await call(.GET, "v1/hand-deliveries", clerk, nil).body["handDeliveries"]?.array?.isEmpty == true)
      }
      let told = try await office.told()
      #expect(
        told.map(\.type).map { $0.split(separator: ".")[2] } == ["channel-failed", "delivered", "acknowledged"])
      let event = try NotificationDelivered(json: told[1].data)
      #expect(event.channel == .phone && event.proof.hasPrefix("call:") && event.contact == 1)
      #expect(try NotificationAcknowledged(json: told[2].data).by == .spoken)
      let actions = try await office.pool.query(
        "select actor, action from audit order by id", as: (String, String).self)
      #expect(actions.contains { $0 == ("wang", "hand-delivery.opened") })
      let everything = try await Everything.text(of: office) + office.logged.value.joined()
      for secret in Fixtures.secrets { #expect(!everything.contains(secret), "\(secret) was left behind") }
    }
  }

  @Test func `so often staff try, then the next channel has its turn; who wants no contact gets none`() async throws {
    try await Office.with { office in
      let letter = StubbornChannel(failing: [])
      let worker = try office.messageWorker(ChannelTable([.letter: letter]))
      let other = EventIdentity.petition(source: "/x", externalId: "2")
      try await office.take([
        Fixtures.message(channels: [.phone, .letter], sealed: try office.seal()),
        Fixtures.message(petition: other, channels: [.phone, .letter], sealed: try office.seal(petition: other)),
      ])
      #expect(try await worker.sendDue() == 2)
      try await Served.with(office) { (call: Served.Call) async throws in
        let id = Fixtures.message(sealed: []).id.lowercased
        func report(_ id: String, _ outcome: JSON) async throws -> (status: Int, stands: String?) {
          _ = try await call(.POST, "v1/hand-deliveries/\(id)/take", clerk, nil)
          let answer = try await call(.POST, "v1/hand-deliveries/\(id)/outcome", clerk, ["outcome": outcome])
          return (answer.status, answer.body["status"]?.string)
        }
        let limit = try office.application.messages.policy().handAttempts
        for number in 1...limit {
          let stands = try await report(id, "not-reached").stands
          #expect(stands == (number < limit ? "by-hand" : "pending"))
        }
        let declined = Fixtures.message(petition: other, sealed: []).id.lowercased
        #expect(try await report(declined, "declined").stands == "failed")
        #expect(try await report(id, "reached").status == 404)
        #expect(try await call(.POST, "v1/hand-deliveries/\(id)/outcome", clerk, ["outcome": "lost"]).status == 422)
      }
      #expect(try await worker.sendDue() == 1)
      #expect(letter.sent.value.map(\.draft.petitionId) == [Fixtures.petition])
      let told = try await office.told()
      let failed = try #require(told.first { $0.type == EventType.notificationFailed.rawValue })
      #expect(try NotificationFailed(json: failed.data).reason == .declined)
    }
  }

  @Test func `a letter is proven by its number, and what lies too long is over`() async throws {
    try await Office.with { office in
      let worker = try office.messageWorker(ChannelTable([:]))
      let late = EventIdentity.petition(source: "/x", externalId: "late")
      try await office.take([
        Fixtures.message(channels: [.letter], sealed: try office.seal()),
        Fixtures.message(
          petition: late, channels: [.letter], sealed: try office.seal(petition: late),
          expiresAt: office.runner.now.addingTimeInterval(60)),
      ])
      #expect(try await worker.sendDue() == 2)
      try await Served.with(office) { (call: Served.Call) async throws in
        let path = "v1/hand-deliveries/\(Fixtures.message(sealed: []).id.lowercased)"
        _ = try await call(.POST, path + "/take", clerk, nil)
        let without = try await call(.POST, path + "/outcome", clerk, ["outcome": "reached"])
        #expect(without.status == 422 && without.body["code"]?.string == "proof-missing")
        let with = try await call(.POST, path + "/outcome", clerk, ["outcome": "reached", "proof": "XA12345678944"])
        #expect(with.body["status"]?.string == "delivered")
      }
      let timers = try await office.pool.query(
        "select kind, subject from timer where kind like 'message.%'", as: (String, String).self)
      #expect(timers.map(\.0) == [SettleMessages.expiryTimer])
      try await office.fire(timers.map { ($0.0, $0.1) })
      let told = try await office.told()
      #expect(try NotificationDelivered(json: told[0].data).proof == "XA12345678944")
      #expect(try NotificationFailed(json: told[1].data).reason == .expired)
      #expect(try await office.count("select count(*) from message where sealed is not null") == 0)
    }
  }
}
