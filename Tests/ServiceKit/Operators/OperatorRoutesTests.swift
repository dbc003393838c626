import Contracts
import FoundationEssentials
import HTTPTypes
import Messaging
import Support
import Testing

@testable import ServiceKit

@Suite("What a running service tells its operators")
struct OperatorRoutesTests {
  @Test func `the status has readiness, what waits by topic, and what was counted`() async throws {
    try await OperatorHouse.with { house in
      house.inside.health.register("database", .required, initially: .ok)
      house.inside.health.register("relay", .optional, initially: .degraded(reason: "publishing waits"))
      house.inside.lag.note([OperatorHouse.topic: TopicLag(partitions: 12, messages: 7, seconds: 3.6)])
      house.inside.counts.change { $0 = MessageCounts(taken: [OperatorHouse.topic: 120], published: 80) }
      try await house.keep([("a", .parked), ("a", .waiting)])
      let isNew = try await Pauses(runner: house.inside.runner).pause(
        .partition(3), of: OperatorHouse.topic, by: "zhao", reason: "a look")
      #expect(isNew)
      for role in ["operator", "auditor"] {
        let answer = try await house.send(.get, "/operator/status", as: role)
        #expect(answer.status == 200)
        let json = answer.json
        #expect(json["service"]?.string == "scoring" && json["version"]?.string == "1.2.3")
        #expect(json["started"]?.string == "2026-01-01T00:00:00Z")
        #expect(json["readiness"]?["status"]?.string == "degraded")
        #expect(json["readiness"]?["components"]?["relay"]?["reason"]?.string == "publishing waits")
        #expect(json["outbox"] == ["waiting": 0, "ageSeconds": 0])
        #expect(json["timers"] == ["due": 0, "failing": 0])
        let topic = json["topics"]?.array?.first
        #expect(topic?["name"]?.string == "petitions" && topic?["lag"]?.integer == 7)
        #expect(topic?["lagSeconds"]?.integer == 3 && topic?["taken"]?.integer == 120)
        #expect(json["deadLetters"]?["held"]?.integer == 2)
        #expect(json["deadLetters"]?["byCode"]?.array?.first?["code"]?.string == "handler-failed")
        #expect(json["pauses"]?.array?.first?["partition"]?.integer == 3)
        #expect(json["taken"]?.integer == 120 && json["published"]?.integer == 80)
      }
    }
  }

  @Test func `dead letters are listed page by page, chosen, and shown without what they hold`() async throws {
    try await OperatorHouse.with { house in
      try await house.keep((0..<5).map { ("k\($0)", $0 == 4 ? .rejected : .parked) })
      let first = try await house.send(.get, "/operator/dead-letters?limit=3", as: "auditor")
      #expect(first.json["deadLetters"]?.array?.compactMap { $0["id"]?.integer } == [5, 4, 3])
      let next = try #require(first.json["next"]?.string)
      let second = try await house.send(.get, "/operator/dead-letters?limit=3&cursor=\(next)", as: "operator")
      #expect(second.json["deadLetters"]?.array?.compactMap { $0["id"]?.integer } == [2, 1])
      #expect(second.json["next"] == nil)
      func count(_ query: String) async throws -> Int? {
        try await house.send(.get, "/operator/dead-letters?" + query, as: "operator").json["deadLetters"]?.array?.count
      }
      #expect(try await count("state=rejected") == 1)
      #expect(try await count("code=handler-failed&key=k2") == 1)
      #expect(try await count("topic=elsewhere") == 0)
      #expect(try await count("until=2020-01-01T00:00:00Z") == 0)
      let wrong = try await house.send(.get, "/operator/dead-letters?state=lost", as: "operator")
      #expect(wrong.code == "query-invalid" && wrong.json["field"]?.string == "query.state")
      let one = try await house.send(.get, "/operator/dead-letters/2", as: "auditor")
      #expect(one.json["key"]?.string == "k1" && one.json["state"]?.string == "parked")
      #expect(![first, second, one].contains { $0.text.contains("13800000000") })
      for id in ["99", "abc"] {
        #expect(try await house.send(.get, "/operator/dead-letters/\(id)", as: "operator").code == "not-found")
      }
    }
  }

  @Test func `a redrive takes the whole key in, as far as it goes, and is audited`() async throws {
    try await OperatorHouse.with { house in
      try await house.keep([("a", .parked), ("a", .waiting), ("b", .parked)])
      house.inside.poison.change { $0 = true }
      let failed = try await house.send(.post, "/operator/dead-letters/1/redrive", as: "operator")
      #expect(failed.status == 200 && failed.json["redriven"]?.integer == 0 && failed.json["left"]?.integer == 2)
      #expect(failed.json["deadLetter"]?["attempts"]?.integer == 2)
      house.inside.poison.change { $0 = false }
      let done = try await house.send(.post, "/operator/dead-letters/1/redrive", as: "operator")
      #expect(done.json["redriven"]?.integer == 2 && done.json["left"]?.integer == 0)
      #expect(done.json["deadLetter"]?["state"]?.string == "redriven")
      let again = try await house.send(.post, "/operator/dead-letters/1/redrive", as: "operator")
      #expect(again.status == 409 && again.code == "dead-letter-settled")
      #expect(
        try await house.audit() == Array(repeating: "wang.fang dead-letter.redriven redrive", count: 2))

      _ = try await Pauses(runner: house.inside.runner).pause(
        .key("b"), of: OperatorHouse.topic, by: "zhao", reason: "a look")
      #expect(
        try await house.send(.post, "/operator/dead-letters/3/redrive", as: "operator").code == "dead-letter-paused")
    }
  }

  @Test func `without the key nothing is tried`() async throws {
    try await OperatorHouse.with(hasKey: false) { house in
      try await house.keep([("a", .parked)])
      #expect(
        try await house.send(.post, "/operator/dead-letters/1/redrive", as: "operator").code == "dead-letter-sealed")
      let one = try await house.send(.get, "/operator/dead-letters/1", as: "operator")
      #expect(one.json["attempts"]?.integer == 1)
    }
  }

  @Test func `giving up needs a reason, happens once, and is audited`() async throws {
    try await OperatorHouse.with { house in
      try await house.keep([("a", .parked)])
      let path = "/operator/dead-letters/1/discard"
      let bare = try await house.send(.post, path, as: "operator", [:])
      #expect(bare.status == 422 && bare.json["field"]?.string == "body.reason")
      let done = try await house.send(.post, path, as: "operator", ["reason": "sent twice"])
      #expect(done.status == 200 && done.json["state"]?.string == "discarded" && done.json["settled"] != nil)
      #expect(try await house.send(.post, path, as: "operator", ["reason": "x"]).code == "dead-letter-settled")
      #expect(try await house.audit() == ["wang.fang dead-letter.discarded sent twice"])
    }
  }

  @Test func `who may ask is who is described, and every route is`() async throws {
    let contract = try APIContract(try OpenAPIDocument(HTTPContract(title: "", summary: "", parts: [])).json().bytes)
    #expect(contract.faultsOfExamples == [])
    try await OperatorHouse.with { house in
      let operations = contract.operations.filter { $0.path.hasPrefix("/operator/") }
      #expect(operations.count == 7)
      #expect(APIContract.differences(operations, from: house.routes) == [])
      try await house.keep([("a", .parked)])
      for role in ["clerk", "leader", "finance", "agency"] {
        for path in ["/operator/status", "/operator/dead-letters", "/operator/dead-letters/1"] {
          #expect(try await house.send(.get, path, as: role).code == "role-missing")
        }
      }
      for path in ["/operator/dead-letters/1/redrive", "/operator/dead-letters/1/discard"] {
        #expect(try await house.send(.post, path, as: "auditor", ["reason": "x"]).code == "role-missing")
      }
    }
  }
}
