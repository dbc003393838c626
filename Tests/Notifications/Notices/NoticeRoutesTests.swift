import Contracts
import FoundationEssentials
import Messaging
import NIOHTTP1
import Postgres
import Support
import Testing

@testable import Notifications

@Suite("Notices over HTTP")
struct NoticeRoutesTests {
  private let leader = "li.na leader 360400"
  private let clerk = "wang.wei clerk 360482"
  private let stranger = "zhao.liu leader 320000"

  private func entry(_ region: String = "360482", contacts: Bool = true) -> JSON {
    var object = JSONObject()
    object.set("audience", code: MessageAudience.enterprise)
    object.set("name", "九江某电镀有限公司")
    object.set("region", region)
    object.set("tags", JSON.array(["电镀"]))
    object.set("channels", JSON.array(["sms", "inbox"]))
    if contacts {
      let reached: JSON = ["person": "周工", "phone": "13900139000", "email": "zhou@example.com"]
      object.set("contacts", reached)
    }
    return .object(object)
  }

  @Test func `staff keep the book of their regions, and look at contact data on record`() async throws {
    try await Office.with { office in
      try await Served.with(office) { call in
        let firm = Firms.valid(1)[0]
        let path = "v1/addressees/\(firm)"
        #expect(try await call(.PUT, path, "someone enterprise 360482", entry()).status == 403)
        #expect(try await call(.PUT, path, stranger, entry()).status == 403)
        #expect(
          try await call(.PUT, "v1/addressees/nobody", clerk, entry()).body["code"]?.string == "addressee-key-invalid")
        let made = try await call(.PUT, path, clerk, entry())
        #expect(made.status == 201 && made.body["version"]?.integer == 1 && made.body["contacts"] == nil)
        #expect(try await call(.PUT, path, clerk, entry()).status == 428)
        #expect(try await call(.GET, path, leader, nil).body["name"]?.string == "九江某电镀有限公司")
        #expect(try await call(.GET, path, stranger, nil).status == 403)
        let list = try await call(.GET, "v1/addressees?tag=%E7%94%B5%E9%95%80", leader, nil)
        #expect(list.body["addressees"]?.array?.count == 1 && !list.body.text.contains("13900139000"))
        #expect(try await call(.GET, "v1/addressees?colour=red", leader, nil).status == 422)
        #expect(try await call(.GET, path + "/contacts", "a.b auditor 360400", nil).status == 403)
        #expect(try await call(.GET, path + "/contacts", clerk, nil).body["phone"]?.string == "13900139000")
        let audit = try await office.pool.query("select action from audit order by id", as: String.self)
        #expect(audit == ["addressee.entered", "addressee.contacts-shown"])
        #expect(!(try await Everything.text(of: office)).contains("13900139000"))
      }
    }
  }

  @Test func `rules are shown, templates previewed, and drafts checked`() async throws {
    try await Office.with { office in
      try await Served.with(office) { call in
        let rules = try await call(.GET, "v1/notice-rules", leader, nil)
        #expect(rules.body["rulePacks"]?.string?.contains("notices 1 ") == true)
        #expect((rules.body["notices"]?.array?.count ?? 0) > 60)
        let words: JSON = [
          "language": "en", "channel": "inbox",
          "words": ["petitionNumber": "n-1", "status": "accepted", "missed": NoticeFixtures.due],
        ]
        let shown = try await call(.POST, "v1/message-templates/petition-overdue/preview", leader, words)
        #expect(shown.body["title"]?.string == "Petition n-1 is overdue")
        #expect(shown.body["text"]?.string?.contains("written answer was due on 2026-03-07") == true)
        #expect(try await call(.POST, "v1/message-templates/forgotten/preview", leader, words).status == 404)
        #expect(try await call(.GET, "v1/message-templates/digest", leader, nil).body["texts"]?.array?.count == 2)
        #expect(try await call(.GET, "v1/notice-rules", "x enterprise 360400", nil).status == 403)
        let wrong = try await call(.POST, "v1/notice-rules/check", leader, ["pack": "pack: x"])
        #expect(wrong.status == 422 && wrong.body["code"]?.string == "rules-invalid")
      }
    }
  }

  @Test func `documents are for staff of the region and for whom they are addressed to`() async throws {
    try await Office.with { office in
      try await office.runner.run { work in
        try await office.application.notices.tellEvents([NoticeFixtures.letter()], work: work)
      }
      try await Served.with(office) { call in
        let list = try await call(.GET, "v1/documents?code=reminder-letter", leader, nil)
        let line = try #require(list.body["documents"]?.array?.first)
        let path = "v1/documents/\(line["id"]?.string ?? "")"
        #expect(line["number"]?.string == "提示函〔2026〕360400-1号")
        #expect(try await call(.GET, path, clerk, nil).body["sha256"]?.string?.utf8.count == 64)
        #expect(try await call(.GET, path, stranger, nil).status == 403)
        #expect(try await call(.GET, path, "unit:360482 enterprise 360482", nil).status == 200)
        #expect(try await call(.GET, path, "\(Firms.valid(1)[0]) enterprise 360482", nil).status == 404)
        #expect(try await call(.GET, "v1/documents", "somebody enterprise 360482", nil).body["documents"] == .array([]))
        let page = try await call(.GET, path + "/print", leader, nil)
        #expect(page.headers.first(name: "content-type") == "text/html; charset=utf-8")
        #expect(page.headers.first(name: "content-security-policy")?.contains("default-src 'none'") == true)
        #expect(page.body.string?.contains("工作提示函") == true)
        #expect(try await call(.GET, path + "/text", leader, nil).body.string?.contains("送达回证") == true)
      }
    }
  }

  @Test func `a broadcast is drafted, sent by a leader, answered and attended`() async throws {
    try await Office.with { office in
      try await Served.with(office) { call in
        let firm = Firms.valid(1)[0]
        _ = try await call(.PUT, "v1/addressees/\(firm)", clerk, entry())
        let starts = RFC3339.text(of: Date().addingTimeInterval(7 * 86_400))
        let content: JSON = [
          "title": "培训", "text": "请参加。", "channels": ["inbox"], "starts": .string(starts), "wantsAnswer": true,
          "segment": ["audiences": ["enterprise"], "tags": ["电镀"]],
        ]
        let body: JSON = ["region": "360482", "kind": "training", "content": content]
        let made = try await call(.POST, "v1/broadcasts", clerk, body)
        let path = "v1/broadcasts/\(made.body["id"]?.string ?? "")"
        #expect(made.status == 201 && made.body["content"]?["segment"]?["regions"] == .array(["360482"]))
        #expect(try await call(.GET, path + "/reach", leader, nil).body["addressees"]?.integer == 1)
        #expect(try await call(.POST, path + "/send", clerk, nil).status == 403)
        #expect(try await call(.POST, path + "/send", stranger, nil).status == 403)
        #expect(try await call(.POST, path + "/send", leader, nil).body["status"]?.string == "sending")
        #expect(try await call(.POST, path + "/send", leader, nil).status == 409)
        try await office.fire([(SendBroadcast.inviting, made.body["id"]?.string ?? "")])
        let answer: JSON = ["answer": "coming", "persons": 2]
        #expect(try await call(.POST, path + "/answer", "\(firm) enterprise 360482", answer).status == 200)
        #expect(try await call(.POST, path + "/answer", "uscc:other enterprise 360482", answer).status == 422)
        let came: JSON = ["attendance": [["addressee": .string(firm), "attended": true, "persons": 2]]]
        #expect(try await call(.POST, path + "/attendance", clerk, came).body["persons"]?.integer == 2)
        let figures = try await call(.GET, path, leader, nil).body["attendance"]
        #expect(figures?["coming"]?.integer == 1 && figures?["attended"]?.integer == 1)
        let list = try await call(.GET, path + "/attendance", leader, nil).body["recipients"]?.array
        #expect(list?.first?["attended"]?.bool == true)
        let table = try await call(.GET, path + "/attendance?format=csv", leader, nil)
        #expect(table.body.string?.contains(firm) == true)
        let wide: JSON = [
          "region": "360482", "kind": "notice",
          "content": [
            "title": "x", "text": "y", "channels": ["inbox"],
            "segment": ["audiences": ["unit"], "regions": ["000000"]],
          ],
        ]
        #expect(try await call(.POST, "v1/broadcasts", clerk, wide).status == 403)
        let secret: JSON = [
          "region": "360482", "kind": "notice",
          "content": ["title": "x", "text": "y", "channels": ["inbox"], "segment": ["audiences": ["petitioner"]]],
        ]
        #expect(
          try await call(.POST, "v1/broadcasts", clerk, secret).body["field"]?.string
            == "body.content.segment.audiences")
      }
    }
  }

  @Test func `appointments are made by staff and seen by the enterprise`() async throws {
    try await Office.with { office in
      try await Served.with(office) { call in
        let firm = Firms.valid(1)[0]
        _ = try await call(.PUT, "v1/addressees/\(firm)", clerk, entry())
        let at = RFC3339.text(of: Date().addingTimeInterval(7 * 86_400))
        let wish: JSON = [
          "addressee": .string(firm), "unit": "eco-360482", "purpose": "check-up", "at": .string(at), "place": "厂区",
        ]
        #expect(try await call(.POST, "v1/appointments", stranger, wish).status == 403)
        let made = try await call(.POST, "v1/appointments", clerk, wish)
        let path = "v1/appointments/\(made.body["id"]?.string ?? "")"
        #expect(made.status == 201 && made.body["status"]?.string == "planned")
        #expect(try await call(.GET, path, "\(firm) enterprise 360482", nil).status == 200)
        #expect(try await call(.GET, path, "uscc:other enterprise 360482", nil).status == 404)
        #expect(
          try await call(.GET, "v1/appointments?status=planned", leader, nil).body["appointments"]?.array?.count == 1)
        let past: JSON = ["at": "2020-01-01T00:00:00Z"]
        #expect(try await call(.POST, path + "/move", clerk, past).body["code"]?.string == "instant-past")
        #expect(try await call(.POST, path + "/keep", clerk, [:]).body["status"]?.string == "kept")
        #expect(try await call(.POST, path + "/cancel", clerk, [:]).status == 409)
        #expect(try await call(.POST, path + "/dance", clerk, [:]).status == 404)
      }
    }
  }
}
