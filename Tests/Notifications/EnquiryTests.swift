import Contracts
import FoundationEssentials
import NIOHTTP1
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Notifications

@Suite("Questions of enterprises")
struct EnquiryTests {
  private let firm = "uscc:91360482MA35XXXXX1 enterprise 360482"
  private let now = Date(timeIntervalSince1970: 1_700_000_000)

  private func enquiry() -> Enquiry {
    Enquiry(id: UUID(), enterprise: "uscc:1", region: "360482", title: "排污许可", messageId: nil, askedAt: now)
  }

  @Test func `who is asked first owns the question until it is answered, also after a transfer`() throws {
    var question = enquiry()
    #expect(throws: EnquiryError.notTheirs) {
      try question.take(.transfer(region: "360400", handler: nil, reason: "x"), by: "chen", at: now)
    }
    #expect(try question.take(.take, by: "chen", at: now).kind == .taken)
    #expect(throws: EnquiryError.owned(by: "chen")) { try question.take(.take, by: "wang", at: now) }
    _ = try question.take(.transfer(region: "360400", handler: nil, reason: "市局办理"), by: "chen", at: now)
    #expect(question.owner == "chen" && question.handler == nil && question.handledIn == "360400")
    #expect(throws: EnquiryError.notTheirs) { try question.take(.answer("x"), by: "li", at: now) }
    _ = try question.take(.take, by: "li", at: now)
    #expect(question.owner == "chen" && question.handler == "li")
    _ = try question.take(.answer("可以。"), by: "li", at: now)
    #expect(question.status == .answered && question.owner == "chen")
    #expect(throws: EnquiryError.outOfTurn("answered", status: .answered)) {
      try question.take(.answer("x"), by: "chen", at: now)
    }
    _ = try question.take(.ask("那么何时?"), by: "uscc:1", at: now)
    #expect(question.status == .open && question.owner == "chen")
    _ = try question.take(.answer("本周。"), by: "chen", at: now)
    _ = try question.take(.close, by: "uscc:1", at: now)
    #expect(question.status == .closed && question.posts == 8)
    #expect(throws: EnquiryError.self) { try question.take(.ask("x"), by: "uscc:1", at: now) }
  }

  @Test func `a leader hands a question over, and it cannot be written without end`() throws {
    var question = enquiry()
    _ = try question.take(.take, by: "chen", at: now)
    _ = try question.take(.handOver(owner: "zhou", reason: "调离"), by: "leader", at: now)
    #expect(question.owner == "zhou" && question.handler == "zhou")
    var full = Enquiry(
      id: UUID(), enterprise: "uscc:1", region: "360482", title: "x", messageId: nil, askedAt: now,
      posts: Enquiry.mostPosts)
    #expect(throws: EnquiryError.full) { try full.take(.take, by: "chen", at: now) }
  }

  @Test func `a question goes its whole way over HTTP, and everybody concerned is told`() async throws {
    try await Office.with { office in
      let worker = try office.messageWorker(ChannelTable([.inbox: InboxChannel(pool: office.pool)]))
      func deliver() async throws { while try await worker.sendDue() > 0 {} }
      try await Served.with(office) { (call: Served.Call) async throws in
        let ask: JSON = ["region": "360482", "title": "排污许可怎么变更", "text": "我们换了锅炉。"]
        #expect(try await call(.POST, "v1/enquiries", "uscc:1 enterprise 350000", ask).status == 403)
        let made = try await call(.POST, "v1/enquiries", firm, ask)
        #expect(made.status == 201 && made.body["status"]?.string == "open")
        let path = "v1/enquiries/" + (made.body["enquiryId"]?.string ?? "")
        try await deliver()
        let unit = try await call(.GET, "v1/inbox", "chen handler 360482", nil)
        #expect(unit.body["items"]?.array?.count == 1)
        #expect(try await call(.GET, path, "uscc:2 enterprise 360482", nil).status == 404)
        #expect(try await call(.GET, path, "chen handler 350000", nil).status == 403)
        #expect(try await call(.POST, path + "/take", "chen handler 360482", nil).body["owner"]?.string == "chen")
        let second = try await call(.POST, path + "/take", "wang handler 360482", nil)
        #expect(second.status == 409 && second.body["code"]?.string == "enquiry-owned")
        let moved = try await call(
          .POST, path + "/transfer", "chen handler 360482", ["region": "360400", "reason": "许可在市局"])
        #expect(moved.body["owner"]?.string == "chen" && moved.body["handledIn"]?.string == "360400")
        #expect(
          try await call(.GET, "v1/enquiries?mine=true", "chen handler 360482", nil).body["enquiries"]?.array?.count
            == 1)
        #expect(
          try await call(.POST, path + "/hand-over", "chen handler 360482", ["owner": "x", "reason": "y"]).status == 403
        )
        #expect(try await call(.POST, path + "/take", "li handler 360400", nil).body["handler"]?.string == "li")
        let answered = try await call(.POST, path + "/answer", "li handler 360400", ["text": "网上申请变更。"])
        #expect(answered.body["status"]?.string == "answered" && answered.body["owner"]?.string == "chen")
        try await deliver()
        #expect(try await call(.GET, "v1/inbox", firm, nil).body["items"]?.array?.count == 1)
        let shown = try await call(.GET, path, firm, nil)
        #expect(
          shown.body["posts"]?.array?.compactMap { $0["kind"]?.string } == [
            "question", "taken", "transferred", "taken", "answer",
          ])
        #expect(try await call(.POST, path + "/close", "li handler 360400", nil).status == 403)
        #expect(try await call(.POST, path + "/close", firm, nil).body["status"]?.string == "closed")
        #expect(try await call(.POST, path + "/dance", firm, nil).status == 404)
      }
      #expect(try await office.count("select count(*) from timer where kind = \(AnnounceEnquiry.timer)") == 0)
    }
  }

  @Test func `an answer to a message says that it came, and a question left open too long is told urgently`()
    async throws
  {
    try await Office.with { office in
      let worker = try office.messageWorker(ChannelTable([.inbox: InboxChannel(pool: office.pool)]))
      var draft = Fixtures.note()
      draft.wantsAcknowledgement = true
      try await office.take([draft])
      while try await worker.sendDue() > 0 {}
      try await Served.with(office) { (call: Served.Call) async throws in
        let path = "v1/inbox/\(draft.id.lowercased)/answer"
        #expect(try await call(.POST, path, "uscc:2 enterprise 360482", ["text": "x"]).status == 404)
        let made = try await call(.POST, path, firm, ["text": "已整改完毕。"])
        #expect(made.status == 201 && made.body["messageId"]?.string == draft.id.lowercased)
        let acknowledged = try await office.told().filter { $0.type == EventType.notificationAcknowledged.rawValue }
        #expect(try acknowledged.map { try NotificationAcknowledged(json: $0.data).by } == [.reply])
        try await office.fire([(AnnounceEnquiry.timer, made.body["enquiryId"]?.string ?? "")])
        while try await worker.sendDue() > 0 {}
        let urgent = try await office.pool.query(
          "select addressee from message where urgency = 'urgent' and status = 'delivered'", as: String.self)
        #expect(urgent == ["unit:360482"])
      }
    }
  }
}
