import Contracts
import FoundationEssentials
import NIOHTTP1
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Notifications

@Suite("The inbox")
struct InboxTests {
  private let firm = "uscc:91360482MA35XXXXX1 enterprise 360482"
  private let stranger = "uscc:91360482MA35XXXXX2 enterprise 360482"
  private let staff = "chen handler 360400"

  private func deliver(_ drafts: [MessageDraft], in office: Office) async throws {
    try await office.take(drafts)
    let worker = try office.messageWorker(ChannelTable([.inbox: InboxChannel(pool: office.pool)]))
    while try await worker.sendDue() > 0 {}
  }

  @Test func `an enterprise reads its own, says that it came, and nobody else knows of it`() async throws {
    try await Office.with { office in
      var draft = Fixtures.note()
      draft.wantsAcknowledgement = true
      draft.documentNumber = "浔环告〔2024〕3号"
      try await deliver([draft, draft], in: office)
      try await Served.with(office) { (call: Served.Call) async throws in
        let list = try await call(.GET, "v1/inbox?unread=true", firm, nil)
        let item = try #require(list.body["items"]?.array?.first)
        #expect(list.body["items"]?.array?.count == 1 && item["title"]?.string?.contains("360482-24-000017") == true)
        let path = "v1/inbox/\(draft.id.lowercased)"
        #expect(try await call(.GET, "v1/inbox", stranger, nil).body["items"]?.array?.isEmpty == true)
        #expect(try await call(.GET, path, stranger, nil).status == 404)
        #expect(try await call(.GET, path, staff, nil).status == 404)
        #expect(try await call(.POST, path + "/acknowledge", stranger, nil).status == 404)
        #expect(try await call(.POST, path + "/read", firm, nil).body["readAt"]?.string != nil)
        #expect(try await call(.GET, "v1/inbox?unread=true", firm, nil).body["items"]?.array?.isEmpty == true)
        let done = try await call(.POST, path + "/acknowledge", firm, nil)
        #expect(done.status == 200 && done.body["acknowledgedBy"]?.string == "uscc:91360482MA35XXXXX1")
        #expect(try await call(.POST, path + "/acknowledge", firm, nil).status == 409)
        #expect(try await call(.GET, "v1/inbox", "", nil).status == 401)
      }
      let told = try await office.told(queued: true)
      #expect(told.map(\.type).map { $0.split(separator: ".")[2] } == ["queued", "delivered", "acknowledged"])
      let event = try NotificationAcknowledged(json: told[2].data)
      #expect(event.by == .inbox && event.documentNumber == "浔环告〔2024〕3号" && event.channel == .inbox)
    }
  }

  @Test func `a unit's inbox is for the staff of its region, a person's for the person`() async throws {
    try await Office.with { office in
      try await deliver(
        [
          Fixtures.note("n-1", to: "unit:360482", audience: .unit),
          Fixtures.note("n-2", to: "unit:350100:leader", audience: .unit),
          Fixtures.note("n-3", to: "staff:chen", audience: .unit),
        ], in: office)
      try await Served.with(office) { (call: Served.Call) async throws in
        func seen(_ caller: String, _ query: String = "") async throws -> [String] {
          let list = try await call(.GET, "v1/inbox" + query, caller, nil)
          return (list.body["items"]?.array ?? []).compactMap { $0["addressee"]?.string }
        }
        #expect(try await seen(staff) == ["unit:360482"])
        #expect(try await seen("lin leader 350000") == ["unit:350100:leader"])
        #expect(try await seen(staff, "?own=true") == ["staff:chen"])
        #expect(try await seen("wang handler 360400", "?own=true").isEmpty)
        #expect(try await seen("op auditor 000000").count == 2)
        #expect(try await call(.GET, "v1/inbox?region=350100", staff, nil).status == 403)
      }
    }
  }

  @Test func `what nobody acknowledges goes to the next channel, and stops when somebody does`() async throws {
    try await Office.with { office in
      let sms = StubbornChannel(failing: [])
      let worker = try office.messageWorker(
        ChannelTable([.inbox: InboxChannel(pool: office.pool), .sms: sms]),
        cards: ["uscc:91360482MA35XXXXX1": ContactCard(phone: "13900139000")])
      var draft = Fixtures.note(channels: [.inbox, .sms])
      draft.wantsAcknowledgement = true
      try await office.take([draft])
      #expect(try await worker.sendDue() == 1)
      let timer = (kind: SettleMessages.escalationTimer, subject: draft.id.lowercased)
      #expect(try await office.count("select count(*) from timer where kind = \(timer.kind)") == 1)
      try await office.fire([timer])
      #expect(try await worker.sendDue() == 1)
      #expect(sms.sent.value.map(\.address) == ["13900139000"])
      // There is no channel after it.
      try await office.fire([timer])
      #expect(try await worker.sendDue() == 0)
      try await Served.with(office) { (call: Served.Call) async throws in
        let note: JSON = [
          "by": "delivery-note", "proof": "回证 2024-77", "proofSha256": .string(String(repeating: "a", count: 64)),
        ]
        let path = "v1/messages/\(draft.id.lowercased)/acknowledgement"
        #expect(try await call(.POST, path, "chen clerk 350000", note).status == 403)
        #expect(try await call(.POST, path, "chen clerk 360400", ["by": "delivery-note"]).status == 422)
        #expect(try await call(.POST, path, "chen clerk 360400", note).status == 201)
        #expect(try await call(.POST, path, "chen clerk 360400", note).status == 409)
      }
      let kinds = try await office.told().map(\.type).map { $0.split(separator: ".")[2] }
      #expect(kinds == ["delivered", "channel-failed", "delivered", "acknowledged"])
      let ids = try await office.pool.query("select event_id from outbox", as: UUID.self)
      #expect(Set(ids).count == ids.count)
    }
  }
}
