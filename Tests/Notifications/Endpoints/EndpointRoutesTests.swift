import Contracts
import FoundationEssentials
import Messaging
import NIOHTTP1
import Postgres
import Support
import Testing

@testable import Notifications

@Suite("Endpoints over HTTP")
struct EndpointRoutesTests {
  private let agency = "water-bureau agency 360400"
  private let stranger = "housing agency 360000"
  private let op = "op operator 000000"
  private let leader = "li.na leader 360000"

  private func wish(_ url: String) -> JSON {
    [
      "url": .string(url), "types": ["ecoredress.colour."], "regions": ["360482"], "signatures": ["v1", "v1a"],
      "order": "subject", "concurrency": 2, "perMinute": 600,
    ]
  }

  @Test func `nothing begins before the endpoint says that it wants our events`() async throws {
    try await Receiver.with { receiver in
      receiver.permission.change { $0 = nil }
      try await Office.with { office in
        try await Served.with(office) { call in
          let made = try await call(.POST, "v1/subscriptions", agency, wish(receiver.url()))
          #expect(made.status == 201)
          #expect(made.body["secret"]?.string?.hasPrefix("whsec_") == true)
          #expect(made.body["publicKey"]?.string?.hasPrefix("whpk_") == true)
          let path = "v1/subscriptions/" + (made.body["id"]?.string ?? "")
          let refused = try await call(.POST, path + "/approve", leader, nil)
          #expect(refused.status == 409 && refused.body["code"]?.string == "endpoint-not-verified")
          #expect(refused.body["detail"]?.string?.contains("404") == true)
          #expect(try await call(.POST, path + "/test", agency, nil).body["code"]?.string == "endpoint-not-verified")
          receiver.permission.change { $0 = ["WebHook-Allowed-Origin": "someone.else"] }
          #expect(try await call(.POST, path + "/approve", leader, nil).status == 409)
          receiver.permission.change {
            $0 = ["WebHook-Allowed-Origin": "ecoredress", "WebHook-Allowed-Rate": "90"]
          }
          let verified = try await call(.POST, path + "/verify", agency, nil)
          #expect(verified.status == 200 && verified.body["allowedPerMinute"]?.integer == 90)
          #expect(receiver.asked.value["webhook-request-origin"] == "ecoredress")
          #expect(receiver.asked.value["webhook-request-rate"] == "600")
          // Asked at once again, the answer is to wait.
          let again = try await call(.POST, path + "/verify", agency, nil)
          #expect(again.status == 429 && again.headers.first(name: "retry-after") == "2")
          // It said so: it is not asked twice.
          receiver.permission.change { $0 = nil }
          #expect(try await call(.POST, path + "/approve", leader, nil).status == 200)
          // But it is after it was off.
          #expect(try await call(.POST, path + "/disable", leader, nil).status == 200)
          #expect(try await call(.POST, path + "/enable", leader, nil).status == 409)
          receiver.permission.change { $0 = ["WebHook-Allowed-Origin": "*"] }
          #expect(try await call(.POST, path + "/enable", leader, nil).status == 200)
        }
      }
    }
  }

  @Test func `a test delivery is signed, answered at once with what came back, and no delivery`() async throws {
    let status = Remembered(204)
    try await Receiver.with({ _, _ in .init(status: status.value) }) { receiver in
      try await Office.with { office in
        try await Served.with(office) { call in
          let (id, key) = try await office.subscribe(receiver.url())
          let path = "v1/subscriptions/\(id.lowercased)/test"
          let taken = try await call(.POST, path, agency, nil)
          #expect(taken.status == 200 && taken.body["taken"]?.bool == true && taken.body["status"]?.integer == 204)
          let request = try #require(receiver.requests().first)
          #expect(request.isSigned(with: key.text))
          #expect(request.headers["webhook-id"] == taken.body["webhookId"]?.string)
          #expect(try JSON(parsing: request.body)["type"]?.string == "ecoredress.endpoint.tested.v1")
          #expect(try await call(.POST, path, agency, nil).status == 429)
          status.change { $0 = 401 }
          try await office.pool.execute("update endpoint set tested_at = null")
          let refused = try await call(.POST, path, op, nil)
          #expect(refused.body["taken"]?.bool == false && refused.body["status"]?.integer == 401)
          #expect(try await call(.POST, path, stranger, nil).status == 404)
          #expect(try await call(.POST, path, leader, nil).status == 403)
          #expect(try await office.count("select count(*) from delivery") == 0)
        }
      }
    }
  }

  @Test func `settings are changed by who has seen them`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        try await Served.with(office) { call in
          let (id, _) = try await office.subscribe(receiver.url())
          let path = "v1/subscriptions/\(id.lowercased)/delivery"
          let seen = try await call(.GET, path, agency, nil)
          let tag = try #require(seen.headers.first(name: "etag"))
          #expect(seen.body["order"]?.string == "none" && seen.body["circuit"]?.string == "closed")
          let wish: JSON = ["order": "subject", "concurrency": 7, "perMinute": 60]
          #expect(try await call(.PUT, path, agency, wish).status == 428)
          #expect(try await call(.PUT, path, agency, wish, headers: ["If-Match": "\"999\""]).status == 412)
          #expect(try await call(.PUT, path, stranger, wish, headers: ["If-Match": tag]).status == 404)
          let changed = try await call(.PUT, path, agency, wish, headers: ["If-Match": tag])
          #expect(changed.status == 200 && changed.body["concurrency"]?.integer == 7)
          #expect(changed.headers.first(name: "etag") != tag)
          #expect(try await call(.PUT, path, agency, wish, headers: ["If-Match": tag]).status == 412)
          for (name, value) in [("order", JSON.string("random")), ("concurrency", 0), ("perMinute", 1_000_000)] {
            let wrong = try await call(.PUT, path, agency, .object([name: value]), headers: ["If-Match": "*"])
            #expect(wrong.status == 422 && wrong.body["field"]?.string == "body.\(name)")
          }
        }
      }
    }
  }

  @Test func `keys are changed and ended by their agency, and secrets are told once`() async throws {
    try await Office.with { office in
      try await Served.with(office) { call in
        let (id, old) = try await office.subscribe("http://127.0.0.1:9/hook")
        let path = "v1/subscriptions/\(id.lowercased)/keys"
        let made = try await call(.POST, path, agency, ["overlapHours": 2])
        let secret = try #require(made.body["secret"]?.string)
        #expect(made.status == 201 && secret != old.text)
        let pair = try await call(.POST, path, agency, ["scheme": "v1a"])
        #expect(pair.body["publicKey"]?.string?.hasPrefix("whpk_") == true && pair.body["secret"] == nil)
        let list = try await call(.GET, path, agency, nil)
        let keys = try #require(list.body["keys"]?.array)
        #expect(keys.map { $0["scheme"]?.string } == ["v1a", "v1", "v1"])
        #expect(keys.map { $0["endsAt"]?.string == nil } == [true, true, false])
        #expect(!list.body.text.contains(secret) && !list.body.text.contains(old.text))
        let first = try #require(keys[2]["id"]?.string)
        #expect(try await call(.POST, "\(path)/\(first)/end", stranger, nil).status == 404)
        #expect(try await call(.POST, "\(path)/\(first)/end", agency, nil).status == 200)
        #expect(try await call(.POST, "\(path)/\(first)/end", agency, nil).status == 404)
        #expect(try await call(.POST, path, agency, ["overlapHours": 10_000]).status == 422)
        #expect(try await call(.POST, path, agency, ["scheme": "v2"]).body["field"]?.string == "body.scheme")
        #expect(try await call(.POST, path, leader, ["scheme": "v1"]).status == 403)
        let actions = try await office.pool.query("select action from audit order by id", as: String.self)
        #expect(actions.suffix(3) == ["endpoint.key-rotated", "endpoint.key-rotated", "endpoint.key-ended"])
      }
    }
  }

  @Test func `deliveries are listed page by page, shown with every failed attempt, and sent again`() async throws {
    try await Receiver.with({ request, _ in .init(status: request.event == "1" ? 500 : 204) }) { receiver in
      try await Office.with { office in
        try await Served.with(office) { call in
          let (id, _) = try await office.subscribe(receiver.url())
          try await office.announce((1...5).map { Fixtures.event("\($0)", subject: "s-\($0)") })
          let worker = try office.webhookWorker()
          for _ in 0..<3 {
            _ = try await worker.visitAll()
            try await office.hurry()
          }
          let path = "v1/subscriptions/\(id.lowercased)/deliveries"
          let page = try await call(.GET, path + "?limit=2", agency, nil)
          #expect(page.body["deliveries"]?.array?.count == 2)
          let cursor = try #require(page.body["next"]?.string)
          // A cursor belongs to its list with its filters.
          let other = try await call(.GET, path + "?status=pending&cursor=\(cursor)", agency, nil)
          #expect(other.status == 422)
          let next = try await call(.GET, path + "?limit=2&cursor=\(cursor)", agency, nil)
          #expect(next.body["deliveries"]?.array?.count == 2)
          let failed = try await call(.GET, path + "?status=exhausted", agency, nil)
          let one = try #require(failed.body["deliveries"]?.array?.first?["id"]?.string)
          let shown = try await call(.GET, path + "/" + one, agency, nil)
          #expect(shown.body["failedAttempts"]?.array?.map { $0["status"]?.integer } == [500, 500, 500])
          #expect(shown.body["event"]?["id"]?.string == "1")
          #expect(try await call(.GET, path + "/" + one, stranger, nil).status == 404)
          #expect(try await call(.POST, path + "/\(one)/replay", agency, nil).status == 202)
          #expect(try await call(.POST, path + "/\(one)/replay", agency, nil).status == 409)
          let statistics = try await call(
            .GET, "v1/subscriptions/\(id.lowercased)/statistics?hours=2", agency, nil)
          #expect(statistics.body["sum"]?["delivered"]?.integer == 4)
          #expect(statistics.body["sum"]?["failedAttempts"]?.integer == 3)
          #expect(statistics.body["sum"]?["milliseconds"]?["p50"]?.integer != nil)
        }
      }
    }
  }

  @Test func `replays are asked for, watched and stopped over HTTP`() async throws {
    try await Office.with { office in
      try await Served.with(office) { call in
        let (id, _) = try await office.subscribe("http://127.0.0.1:9/hook")
        let path = "v1/subscriptions/\(id.lowercased)/replays"
        let since = RFC3339.text(of: Date().addingTimeInterval(-60))
        let made = try await call(.POST, path, agency, ["what": "missing", "since": .string(since)])
        #expect(made.status == 202 && made.body["status"]?.string == "running")
        let one = path + "/" + (made.body["id"]?.string ?? "")
        #expect(made.headers.first(name: "location") == "/" + one)
        #expect(try await call(.GET, one, stranger, nil).status == 404)
        #expect(try await call(.GET, one, leader, nil).body["what"]?.string == "missing")
        #expect(try await call(.POST, one + "/cancel", agency, nil).body["status"]?.string == "cancelled")
        #expect(try await call(.POST, one + "/cancel", agency, nil).status == 409)
        #expect(try await call(.GET, path, agency, nil).body["replays"]?.array?.count == 1)
        for (body, field) in [
          (["what": "all", "since": .string(since)], "body.what"), (["what": "failed"], "body.since"),
          (["what": "failed", "since": "2001-01-01T00:00:00Z"], "body.since"),
          (["what": "failed", "since": .string(since), "until": .string(since)], "body.until"),
        ] as [(JSON, String)] {
          let wrong = try await call(.POST, path, agency, body)
          #expect(wrong.status == 422 && wrong.body["field"]?.string == field, "\(field)")
        }
      }
    }
  }

  @Test func `what receivers may count on is published`() async throws {
    try await Office.with { office in
      try await Served.with(office) { call in
        let policy = try await call(.GET, "v1/webhook-policy", "", nil)
        #expect(policy.status == 200)
        #expect(
          policy.body["retryAfterSeconds"]?.array?.compactMap(\.integer) == [
            5, 300, 1800, 7200, 18_000, 36_000, 36_000,
          ])
        #expect(policy.body["signatures"]?.array?.compactMap(\.string) == ["v1", "v1a"])
        #expect(policy.body["payloadLimitBytes"]?.integer == 262_144 && policy.body["origin"]?.string == "ecoredress")
      }
    }
  }
}
