import Contracts
import FoundationEssentials
import NIOHTTP1
import Postgres
import Testing

@testable import Notifications

@Suite("Messages, deliveries, states, figures and trials over HTTP")
struct RecordRoutesTests {
  private let clerk = "wang clerk 360400"

  private func ids(_ lines: [JSON]) -> Set<String> { Set(lines.compactMap { $0["id"]?.string }) }

  @Test func `staff see the messages of their regions, page by page, and one with its attempts`() async throws {
    try await Office.with { office in
      try await RecordFixtures.messages(200, office)
      try await Served.with(office) { call in
        let first = try await call(.GET, "v1/messages?limit=30&audience=petitioner", clerk, nil)
        #expect(first.status == 200)
        let lines = first.body["messages"]?.array ?? []
        #expect(lines.count == 30)
        #expect(
          lines.allSatisfy { $0["region"]?.string?.hasPrefix("3604") == true && $0["audience"]?.string == "petitioner" }
        )
        let cursor = try #require(first.body["next"]?.string)
        let second = try await call(.GET, "v1/messages?limit=30&audience=petitioner&cursor=\(cursor)", clerk, nil)
        let (seen, more) = (ids(lines), ids(second.body["messages"]?.array ?? []))
        #expect(more.count == 30 && seen.isDisjoint(with: more))
        #expect(try await call(.GET, "v1/messages?cursor=\(cursor)", clerk, nil).status == 422)
        #expect(try await call(.GET, "v1/messages?colour=red", clerk, nil).status == 422)
        #expect(try await call(.GET, "v1/messages?region=350000", clerk, nil).status == 403)
        #expect(try await call(.GET, "v1/messages", "water agency 360400", nil).status == 403)
        #expect(try await call(.GET, "v1/messages", "", nil).status == 401)

        let id = try #require(lines.first?["id"]?.string)
        try await office.pool.execute(
          """
          insert into message_attempt (message_id, number, channel, outcome, failure, actor, made_at)
          values (\(id)::text::uuid, 1, 'sms', 'failed', 'busy', 'worker', now()), (\(id)::text::uuid, 2, 'phone', 'delivered', null, 'li', now())
          """)
        let one = try await call(.GET, "v1/messages/\(id)", clerk, nil)
        let history = one.body["history"]?.array ?? []
        #expect(history.map { $0["channel"]?.string } == ["sms", "phone"])
        #expect(history.first?["failure"]?.string == "busy" && history.last?["actor"]?.string == "li")
        #expect(one.body["parameters"] == nil && one.body["sealed"] == nil)
        #expect(try await call(.GET, "v1/messages/\(id)", "wang clerk 350000", nil).status == 403)
        #expect(try await call(.GET, "v1/messages/\(UUID().lowercased)", clerk, nil).status == 404)
      }
    }
  }

  @Test func `a table is written page by page, with who took it on the audit trail`() async throws {
    try await Office.with { office in
      try await RecordFixtures.messages(1_000, office)
      let endpoint = try await office.subscribe("http://127.0.0.1:9/a").id
      try await RecordFixtures.deliveries(300, to: [endpoint], office)
      try await Served.with(office) { call in
        let messages = try await call(.GET, "v1/messages?format=csv&status=delivered", clerk, nil)
        #expect(messages.headers.first(name: "content-type") == "text/csv; charset=utf-8")
        let rows = (messages.body.string ?? "").split(separator: "\r\n")
        let wanted = try await office.count(
          "select count(*) from message where region like '3604%' and status = 'delivered'")
        #expect(rows.count == wanted + 1 && wanted > 400)
        #expect(rows.first?.contains("送达凭证") == true && rows.last?.contains("已送达") == true)
        let deliveries = try await call(.GET, "v1/deliveries?format=csv", "op operator 000000", nil)
        #expect((deliveries.body.string ?? "").split(separator: "\r\n").count == 301)
        let audit = try await office.pool.query(
          "select actor from audit where action = 'notifications.list-exported' order by id", as: String.self)
        #expect(audit == ["wang", "op"])
      }
    }
  }

  @Test func `how it stands with a petition is told at once, within the caller's regions`() async throws {
    try await Office.with { office in
      try await RecordFixtures.messages(400, office)
      try await Served.with(office) { call in
        let subject = try #require(
          try await office.pool.query(
            "select subject from message where audience = 'petitioner' and region like '3604%' limit 1", as: String.self
          ).first)
        let state = try await call(.GET, "v1/subjects/\(subject)/state", clerk, nil)
        #expect(state.status == 200 && state.body["subject"]?.string == subject)
        #expect(state.body["contacts"]?.array?.map { $0["contact"]?.integer } == [1, 2, 3])
        let counted = try await office.count(
          "select count(*) from message where subject = \(subject) and region like '3604%' and status = 'delivered'")
        #expect(state.body["messages"]?["delivered"]?.integer == Int64(counted))
        #expect(try await call(.GET, "v1/subjects/\(subject)/state", "wang clerk 330000", nil).status == 404)
        #expect(try await call(.GET, "v1/subjects/nobody/state", clerk, nil).status == 404)
        try await office.pool.execute("update message set subject = 'site:360482:油坊' where subject = 'uscc:77'")
        let site = try await call(.GET, "v1/subjects/site:360482:%E6%B2%B9%E5%9D%8A/state", clerk, nil)
        #expect(
          site.body["subject"]?.string == "site:360482:油坊" && site.body["latest"]?["audience"]?.string == "enterprise")
        #expect(try await call(.GET, "v1/subjects/\(subject)/state", "water agency 360400", nil).status == 403)
      }
    }
  }

  @Test func `deliveries are for operators, with where to go on`() async throws {
    try await Office.with { office in
      let endpoint = try await office.subscribe("http://127.0.0.1:9/a").id
      try await RecordFixtures.deliveries(120, to: [endpoint], office)
      try await Served.with(office) { call in
        let page = try await call(
          .GET, "v1/deliveries?endpoint=\(endpoint.lowercased)&limit=50", "op operator 000000", nil)
        #expect(page.body["deliveries"]?.array?.count == 50)
        #expect(page.body["deliveries"]?.array?.first?["agency"]?.string == "water-bureau")
        let cursor = try #require(page.body["next"]?.string)
        let rest = try await call(
          .GET, "v1/deliveries?endpoint=\(endpoint.lowercased)&limit=100&cursor=\(cursor)", "op operator 000000", nil)
        #expect(rest.body["deliveries"]?.array?.count == 70 && rest.body["next"] == nil)
        #expect(try await call(.GET, "v1/deliveries", clerk, nil).status == 403)
        #expect(try await call(.GET, "v1/deliveries?status=lost", "op operator 000000", nil).status == 422)
      }
    }
  }

  @Test func `figures are asked for by period and group, as JSON and as a table`() async throws {
    try await Office.with { office in
      try await RecordFixtures.messages(1_000, office)
      try await Served.with(office) { call in
        let figures = try await call(.GET, "v1/figures?period=2026-02&by=channel", clerk, nil)
        #expect(figures.status == 200)
        let total = try #require(figures.body["total"]?["now"])
        let queued = try await office.count("select count(*) from message where region like '3604%'")
        #expect(total["queued"]?.integer == Int64(queued))
        #expect(total["contactRate"]?["denominator"]?.integer ?? 0 > 0 && total["meanSecondsToContact"]?.integer == 30)
        #expect(figures.body["groups"]?.array?.map { $0["key"]?.string } == ["email", "phone", "sms"])
        #expect(figures.body["groups"]?.array?.first?["name"]?.string == "邮件")
        let table = try await call(.GET, "v1/figures?period=2026-02&by=region&format=csv", clerk, nil)
        #expect(table.body.string?.contains("联系率(%)") == true && table.body.string?.contains("360481") == true)
        for query in ["period=yesterday", "by=colour", "channel=fax", "contacts=perhaps", "region=36"] {
          #expect(try await call(.GET, "v1/figures?\(query)", clerk, nil).status == 422)
        }
        #expect(try await call(.GET, "v1/figures?region=350000", clerk, nil).status == 403)
        #expect(try await call(.GET, "v1/figures", "water agency 360400", nil).status == 403)
      }
    }
  }

  @Test func `a filter is tried on a sample, and refused with its place when it is wrong`() async throws {
    try await Office.with { office in
      try await Served.with(office) { call in
        let event: JSON = [
          "specversion": "1.0", "id": "x", "source": "/s", "type": "ecoredress.petition.accepted.v1", "subject": "p",
          "region": "360482", "kind": "noise", "data": [:],
        ]
        let agency = "water-bureau agency 360400"
        let passing: JSON = [
          "types": ["ecoredress.petition."], "regions": ["360400"], "kinds": ["noise"],
          "filters": [["sql": "kind = 'noise'"]], "event": event,
        ]
        let passed = try await call(.POST, "v1/filters/trials", agency, passing)
        #expect(passed.status == 200 && passed.body["passes"]?.bool == true)
        let failing: JSON = [
          "filters": [["sql": "INT(level) > 2"], ["not": ["exact": ["kind": "air"]]]], "event": event,
        ]
        let failed = try await call(.POST, "v1/filters/trials", agency, failing)
        #expect(failed.body["passes"]?.bool == false)
        let parts = failed.body["parts"]?.array ?? []
        #expect(parts.map { $0["passes"]?.bool } == [true, true, true, true, false, true])
        #expect(parts[4]["errors"]?.array?.first?["code"]?.string == "missing-attribute")
        #expect(parts[4]["reading"]?.string == "(INT(level) > 2)" && parts[4]["value"]?.bool == false)

        let wrong = try await call(
          .POST, "v1/filters/trials", agency, ["filters": [["any": [["sql": "kind == 'x'"]]]], "event": event])
        #expect(wrong.status == 422 && wrong.body["code"]?.string == "filter-refused")
        #expect(wrong.body["field"]?.string == "body.filters[0].any[0].sql")
        #expect(wrong.body["detail"]?.string?.hasPrefix("At character 7: ") == true)
        for body: JSON in [["filters": []], ["event": "x"], ["event": ["id": "x"]]] {
          let answer = try await call(.POST, "v1/filters/trials", agency, body)
          #expect((400..<500).contains(answer.status) && answer.body["field"]?.string?.hasPrefix("body.event") == true)
        }
        #expect(try await call(.POST, "v1/filters/trials", clerk, passing).status == 403)
      }
    }
  }

  @Test func `a subscription keeps its filters, shows them, and events pass by them`() async throws {
    try await Office.with { office in
      try await Served.with(office) { call in
        let wish: JSON = [
          "url": "http://127.0.0.1:9/hook", "types": ["ecoredress.colour."], "regions": ["360400"], "kinds": [],
          "filters": [["any": [["sql": "subject LIKE 'uscc:9136%'"], ["exact": ["colour": "green"]]]]],
        ]
        let made = try await call(.POST, "v1/subscriptions", "water-bureau agency 360400", wish)
        #expect(made.status == 201 && made.body["filters"] == wish["filters"])
        let id = try #require(made.body["id"]?.string)
        let shown = try await call(.GET, "v1/subscriptions/\(id)", "water-bureau agency 360400", nil)
        #expect(shown.body["filters"] == wish["filters"])
        try await office.pool.execute("update subscription set status = 'approved' where id = \(id)::text::uuid")
        try await office.announce([
          Fixtures.event("a"), Fixtures.event("b", subject: "site:x", colour: .green),
          Fixtures.event("c", subject: "site:x"),
        ])
        #expect(try await office.count("select count(*) from delivery") == 2)
        var wrong = try #require(wish.object)
        wrong["filters"] = [["sql": "subject = "]]
        let refused = try await call(.POST, "v1/subscriptions", "water-bureau agency 360400", .object(wrong))
        #expect(refused.status == 422 && refused.body["field"]?.string == "body.filters[0].sql")
      }
    }
  }
}
