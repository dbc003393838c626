import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Postgres
import ServiceSupport
import Testing

@testable import Petitions

@Suite("Intake, relations and routing over HTTP")
struct IntakeRoutesTests {
  private let now: Date
  private let staff = Person("wang.fang")
  private let hotline = Person("vendor", "hotline")

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  private func serve(_ body: @escaping @Sendable (Desk, Counter) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in try await Counter.with(desk) { try await body(desk, $0) } }
  }

  @Test func `a batch is answered one by one, and a hotline speaks in its own name alone`() async throws {
    try await serve { _, counter in
      let batch: JSON = [
        "complaints": [Fixtures.complaint("a").json, ["externalId": "b"], Fixtures.complaint("c").json]
      ]
      let answer = try await counter.send(.post, "/v1/petitions/batch", as: hotline, batch)
      #expect(answer.status == 200)
      let results = answer.json["results"]?.array ?? []
      try #require(results.map { $0["status"]?.string } == ["registered", "rejected", "registered"])
      #expect(results[1]["violation"]?["field"]?.string == "data.channel")
      var foreign = batch.object ?? JSONObject()
      foreign["source"] = "/hotline/other"
      #expect(try await counter.send(.post, "/v1/petitions/batch", as: hotline, .object(foreign)).status == 403)
      #expect(try await counter.send(.post, "/v1/petitions/batch", as: nil, batch).status == 401)
      let single = try await counter.send(.post, "/v1/petitions", as: hotline, Fixtures.complaint("d").json)
      #expect(single.status == 201 && single.json["dueDates"]?.array?.isEmpty == false)
    }
  }

  @Test(arguments: [
    ("{}", "field-missing"), (#"{"complaints":{}}"#, "field-type"), (#"{"complaints":[]}"#, "field-empty"),
    ("{\"complaints\":[" + String(repeating: "1,", count: 200) + "1]}", "too-many-items"),
    (#"{"complaints":[1],"source":7}"#, "field-type"),
  ])
  func `a batch that is none is refused by its field`(text: String, code: String) async throws {
    let body = try JSON(parsing: Array(text.utf8))
    try await serve { _, counter in
      let answer = try await counter.send(.post, "/v1/petitions/batch", as: staff, body)
      #expect(answer.status == 422 && answer.code == code)
    }
  }

  @Test func `a dry run takes a whole event, and refuses one of another type or in another name`() async throws {
    try await serve { desk, counter in
      func event(_ type: String, source: String) -> JSON {
        [
          "specversion": "1.0", "id": "1", "source": .string(source), "type": .string(type),
          "data": Fixtures.complaint("a").json,
        ]
      }
      let type = "ecoredress.complaint.submitted.v1"
      let path = "/v1/petitions/dry-run"
      let good = try await counter.send(.post, path, as: hotline, event(type, source: "/hotline/vendor"))
      #expect(good.json["results"]?.array?.first?["status"]?.string == "registered")
      #expect(good.json["results"]?.array?.first?["unit"]?.string == "eco-360482")
      #expect(try await counter.send(.post, path, as: hotline, event(type, source: "/hotline/other")).status == 403)
      let other = try await counter.send(.post, path, as: hotline, event("x.y.z.v1", source: "/hotline/vendor"))
      #expect(other.status == 422 && other.code == "type-unknown")
      let bad = try await counter.send(.post, path, as: hotline, ["externalId": "a", "region": "360482"])
      let fields = bad.json["results"]?.array?.first?["violations"]?.array?.compactMap { $0["field"]?.string }
      #expect(fields == ["data.channel", "data.category", "data.content"])
      #expect(try await desk.count("select count(*) from petition") == 0)
    }
  }

  @Test func `routing is tried before it is loaded, on places and on the newest petitions`() async throws {
    try await serve { _, counter in
      _ = try await counter.send(.post, "/v1/petitions", as: hotline, Fixtures.complaint("a").json)
      let body: JSON = [
        "places": [
          ["region": "360482", "category": "water"], ["region": "360482", "grid": "G-1", "category": "noise"],
        ],
        "rows": [
          ["grid": "G-1", "bureau": "grid-team", "name": "网格"], ["region": "360482", "bureau": "new", "name": "新"],
          ["region": "360482", "kind": "smell", "bureau": "odd", "name": "错"],
        ], "newest": 10,
      ]
      let answer = try await counter.send(.post, "/v1/routing/dry-run", as: staff, body)
      let routes = answer.json["routes"]?.array ?? []
      #expect(routes.map { $0["route"]?["unit"]?.string } == ["eco-360482", "eco-360482"])
      #expect(routes.map { $0["proposed"]?["unit"]?.string } == ["new", "grid-team"])
      #expect(answer.json["problems"]?.array?.count == 1)
      #expect(answer.json["tried"]?.integer == 1 && answer.json["moved"]?.integer == 1)
      for (bad, code) in [
        (#"{"places":[{"region":"999999","category":"water"}]}"#, "region-unknown"),
        (#"{"places":[{"region":"360482","category":"smell"}]}"#, "field-unknown-value"),
        (#"{"rows":[{"name":"x"}]}"#, "field-missing"), (#"{"newest":0}"#, "field-range"),
        (#"{"places":7}"#, "field-type"),
      ] {
        let refused = try await counter.send(
          .post, "/v1/routing/dry-run", as: staff, try JSON(parsing: Array(bad.utf8)))
        #expect(refused.status == 422 && refused.code == code, "\(bad)")
      }
      #expect(try await counter.send(.post, "/v1/routing/dry-run", as: hotline, body).status == 403)
    }
  }

  @Test func `relations are changed within role and region, by ids that there are`() async throws {
    try await serve { desk, counter in
      try await desk.take([
        Fixtures.record(Fixtures.complaint("a"), id: "a"),
        Fixtures.record(Fixtures.complaint("b", content: "别的"), id: "b", offset: 1),
      ])
      let (a, b) = (try #require(try await desk.petition("a")), try #require(try await desk.petition("b")))
      let path = "/v1/petitions/\(a.id.lowercased)"
      let body: JSON = ["otherId": .string(b.id.lowercased)]
      let far = Person("li", regions: "321100")
      #expect(try await counter.send(.post, path + "/links", as: far, body).status == 403)
      #expect(try await counter.get(path + "/suggestions", as: far).status == 403)
      #expect(try await counter.send(.post, path + "/links", as: Person("a", "auditor"), body).status == 403)
      #expect(try await counter.send(.post, path + "/links", as: staff, ["otherId": "x"]).status == 422)
      #expect(try await counter.send(.post, path + "/links", as: staff, [:]).status == 422)
      let nobody: JSON = ["otherId": .string(UUID().lowercased)]
      #expect(try await counter.send(.post, path + "/links", as: staff, nobody).status == 404)
      #expect(try await counter.send(.post, path + "/unlink", as: staff, body).status == 422)
      let unmerged = try await counter.send(.post, path + "/merge", as: staff, body)
      #expect(unmerged.status == 409 && unmerged.code == "not-mergeable")
      #expect(try await counter.send(.post, path + "/links", as: staff, body).status == 200)
      let seen = try await counter.get("/v1/petitions/\(b.number)/relations", as: staff)
      #expect(seen.json["relations"]?.array?.map { $0["petitionId"]?.string } == [a.id.lowercased])
      #expect(try await counter.send(.post, path + "/materials", as: staff, ["channel": "EMAIL"]).status == 422)
      let more = try await counter.send(.post, path + "/materials", as: staff, ["channel": "EMAIL", "content": "补充"])
      #expect(more.json["status"]?.string == "supplement")
      #expect(try await counter.get(path + "/attachments", as: far).status == 403)
      #expect(try await counter.get(path + "/attachments", as: staff).json["attachments"]?.array?.isEmpty == true)
    }
  }

  @Test func `backlog steps are refused by field and in their turn`() async throws {
    try await serve { desk, counter in
      try await desk.take([Fixtures.record(Fixtures.complaint())])
      let path = "/v1/petitions/\(try #require(try await desk.petition("JJ-2024-0001")).id.lowercased)"
      #expect(try await counter.send(.post, path + "/visit-site", as: staff, ["outcome": "resolved"]).status == 409)
      for body in [[:], ["leader": ""], ["leader": "li", "dueDay": "soon"], ["leader": "li", "dueDay": "2024-02-14"]]
        as [JSON]
      {
        #expect(try await counter.send(.post, path + "/name-leader", as: staff, body).status == 422)
      }
      #expect(try await counter.send(.post, path + "/name-leader", as: staff, ["leader": "li"]).status == 200)
      let future: JSON = ["outcome": "resolved", "visitedAt": "2024-03-01T00:00:00Z"]
      #expect(try await counter.send(.post, path + "/visit-site", as: staff, future).status == 422)
      #expect(try await counter.send(.post, path + "/visit-site", as: staff, ["outcome": "won"]).status == 422)
      let list = try await counter.get("/v1/backlog?region=360482", as: staff)
      #expect(list.json["petitions"]?.array?.count == 1)
      #expect(try await counter.get("/v1/backlog?limit=0", as: staff).status == 422)
      #expect(try await counter.get("/v1/backlog?region=321100", as: staff).status == 403)
    }
  }

  @Test func `the register of supervisors`() async throws {
    try await serve { _, counter in
      let body: JSON = ["number": "JD-7", "region": "360482", "name": "冯七", "phone": "13800000007"]
      #expect(try await counter.send(.post, "/v1/supervisors", as: staff, body).status == 201)
      #expect(try await counter.send(.post, "/v1/supervisors", as: staff, body).status == 409)
      let far: JSON = ["number": "JD-8", "region": "321100", "name": "冯八"]
      #expect(try await counter.send(.post, "/v1/supervisors", as: staff, far).status == 403)
      #expect(try await counter.send(.post, "/v1/supervisors", as: staff, ["number": "JD-9"]).status == 422)
      let list = try await counter.get("/v1/supervisors", as: staff)
      #expect(list.json["supervisors"]?.array?.map { $0["number"]?.string } == ["JD-7"])
      #expect(!list.text.contains("冯七") && !list.text.contains("13800000007"))
      #expect(try await counter.send(.post, "/v1/supervisors/JD-7/end", as: staff, nil).status == 200)
      #expect(try await counter.send(.post, "/v1/supervisors/JD-0/end", as: staff, nil).status == 404)
    }
  }
}
