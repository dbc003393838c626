import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceSupport
import Testing

@testable import Scoring

@Suite("Credit repair, objection, review and litigation over HTTP")
struct CreditCaseDeskTests {
  private let now: Date
  private let leader = Person("zhao.min", regions: "610000,210000")

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  private func day(_ count: Double) -> Date { now.addingTimeInterval(count * 86_400) }

  /// A firm with a fine for dust in its ledger: five points for six months.
  private func counter(
    profile: String = "lintong", codes: [String] = ["FACILITIES_NOT_USED"],
    _ body: @escaping @Sendable (Desk, Counter) async throws -> Void
  ) async throws {
    try await Desk.with(at: now, profile: profile) { desk in
      try await desk.take([
        PenaltyDecided(
          factId: "d", subjectKey: Fixtures.firm, region: Fixtures.region, decidedAt: now, penaltyNumber: "罚1",
          decision: .fine, fineFen: 6_000_000, factCodes: codes)
      ])
      try await Counter.with(desk) { try await body(desk, $0) }
    }
  }

  private func entry(_ desk: Desk) async throws -> String {
    try #require(try await desk.facts().first { $0.kind == "penalty.decided" }).id.lowercased
  }

  private func file(
    _ counter: Counter, _ desk: Desk, _ kind: CreditCaseKind, more: [String: JSON] = [:]
  ) async throws -> CounterAnswer {
    var body = JSONObject()
    body.set("kind", code: kind)
    body.set("subjectKey", Fixtures.firm)
    body.set("entries", .array([["entryId": .string(try await entry(desk))]]))
    body.set("statement", "请求处理")
    if kind == .administrativeReview || kind == .litigation { body.set("decidedBy", "unit:610100-government") }
    for (name, value) in more { body[name] = value }
    return try await counter.post("/v1/credit-cases", .object(body), as: leader)
  }

  private func step(
    _ counter: Counter, _ filed: CounterAnswer, _ name: String, _ body: JSON = [:], headers: [String: String] = [:]
  ) async throws -> CounterAnswer {
    let id = filed.json["caseId"]?.string ?? ""
    return try await counter.post("/v1/credit-cases/\(id)/\(name)", body, as: leader, headers: headers)
  }

  private let granted: JSON = ["outcome": "granted", "reason": "已纠正", "document": "修复决定1号"]

  private func rectified(_ at: Date) -> RectificationVerified {
    RectificationVerified(
      factId: "r", subjectKey: Fixtures.firm, region: Fixtures.region, verifiedAt: at, penaltyNumber: "罚1",
      passed: true)
  }

  @Test("a repair waits three months and for rectification; granted, the points come back and the entry stays")
  func repair() async throws {
    try await counter { desk, counter in
      #expect(try await desk.rating()?.score == Points(80))
      let filed = try await file(counter, desk, .repair)
      #expect(filed.status == 201 && filed.json["caseNumber"]?.string == "信用修复〔2026〕610115-1号")
      #expect(try await step(counter, filed, "accept").code == "repair-too-early")
      try await desk.move(to: day(95))
      let second = try await file(counter, desk, .repair)
      #expect(try await step(counter, second, "accept").code == "not-rectified")
      try await desk.take([rectified(day(94))])
      let accepted = try await step(counter, second, "accept")
      #expect(accepted.status == 200 && accepted.json["status"]?.string == "accepted")
      #expect(try await desk.rating()?.score == Points(82))
      let decided = try await step(counter, second, "decide", granted)
      #expect(decided.json["status"]?.string == "closed")
      #expect(try await desk.rating()?.score == Points(100))
      let fact = try #require(try await desk.facts().first { $0.kind == "repair.granted" })
      #expect(fact.origin == .repair && fact.amends.count == 1)
      let event = try #require(try await desk.told(of: CreditCaseDecided.self).last)
      #expect(event.entryId == fact.id && event.effective && event.withdrawn.count == 1)
      // The score before the repair stays what it was.
      let found = try await desk.runner.read {
        try await desk.application.findSubject(Fixtures.firm, at: day(93), on: $0)
      }
      #expect(found.derivation.score == Points(80))
      // What is repaired cannot be repaired again.
      let third = try await file(counter, desk, .repair)
      #expect(try await step(counter, third, "accept").code == "entry-gone")
    }
  }

  @Test("study and examination shorten the wait where the packs say so; fraud cannot be repaired")
  func fasterRepair() async throws {
    try await counter(profile: "yingkou") { desk, counter in
      try await desk.take([rectified(day(1))])
      try await desk.move(to: day(65))
      let filed = try await file(counter, desk, .repair)
      #expect(try await step(counter, filed, "accept").code == "repair-too-early")
      let quarry = Quarry(actAt: now)
      try await desk.take([quarry.studied(day(60), number: nil), quarry.examined(day(61), number: nil)])
      #expect(try await step(counter, filed, "accept").status == 200)
    }
    try await counter(codes: ["MONITORING_FRAUD"]) { desk, counter in
      try await desk.take([rectified(day(1))])
      try await desk.move(to: day(500))
      let filed = try await file(counter, desk, .repair)
      #expect(try await step(counter, filed, "accept").code == "repair-excluded")
    }
  }

  @Test("an objection in time is looked at, a late one is not; upheld, the entry counts as if nobody had judged")
  func objection() async throws {
    try await counter { desk, counter in
      try await desk.move(to: day(10))
      let filed = try await file(counter, desk, .objection)
      #expect(try await step(counter, filed, "accept").status == 200)
      let refusal: JSON = ["outcome": "granted", "reason": "认定有误"]
      #expect(try await step(counter, filed, "decide", refusal).status == 200)
      #expect(try await desk.rating()?.colour == .unrated)
      try await desk.move(to: day(40))
      let late = try await file(counter, desk, .objection)
      #expect(late.json["late"]?.bool == true)
      #expect(try await step(counter, late, "accept").code == "request-too-late")
      let refused = try await step(
        counter, late, "refuse", ["reason": "too-late", "statement": "超过异议期限"])
      #expect(refused.json["status"]?.string == "refused")
    }
  }

  @Test(
    "a review that changes the penalty puts the new finding in the place of the old; court and review exclude each other"
  )
  func review() async throws {
    try await counter { desk, counter in
      let review = try await file(counter, desk, .administrativeReview)
      #expect(try await step(counter, review, "accept").status == 200)
      let suit = try await file(counter, desk, .litigation)
      #expect(try await step(counter, suit, "accept").code == "other-procedure")
      #expect(try await step(counter, review, "answer").status == 200)
      let changed: JSON = [
        "outcome": "changed", "reason": "适用依据不当", "document": "复决1号", "newFactCodes": ["RECORDS_INCOMPLETE"],
      ]
      #expect(try await step(counter, review, "decide", changed).json["status"]?.string == "closed")
      #expect(try await desk.rating()?.score == Points(98))
      #expect(try await desk.facts().contains { $0.kind == "review.changed" && $0.origin == .review })
      // The time to go to court after a review runs from its decision.
      let after = try await file(counter, desk, .litigation, more: ["penaltyNumber": "罚1"])
      let due = try #require(after.json["file"]?["requestDue"])
      #expect(due["rule"]?.string == "credit.litigation.after-review")
      #expect(try await step(counter, after, "accept").status == 200)
    }
  }

  @Test("a judgment takes effect by itself when the time to appeal is over, and moves the score then")
  func judgment() async throws {
    try await counter { desk, counter in
      let suit = try await file(counter, desk, .litigation)
      #expect(try await step(counter, suit, "accept").status == 200)
      let judged = try await step(counter, suit, "decide", ["outcome": "revoked", "reason": "事实不清"])
      #expect(judged.json["status"]?.string == "decided")
      #expect(try await desk.rating()?.score == Points(80))
      try await desk.move(to: day(20))
      #expect(try await desk.rating()?.colour == .unrated)
      #expect(try await desk.told(of: CreditCaseDecided.self).map(\.effective) == [false, true])
      #expect(try await step(counter, suit, "appeal").code == "step-out-of-turn")
    }
  }

  @Test("nothing runs out in silence: each duty is warned of twice and told once, and found in the list")
  func time() async throws {
    try await counter { desk, counter in
      let filed = try await file(counter, desk, .repair)
      let due = try #require(try await desk.told(of: CreditCaseFiled.self).first?.dueDates.first?.due)
      try await desk.move(to: due.addingTimeInterval(-71 * 3_600))
      try await desk.move(to: due.addingTimeInterval(-23 * 3_600))
      #expect(try await desk.told(of: CreditCaseWarned.self).count == 2)
      try await desk.move(to: due)
      try await desk.move(to: due.addingTimeInterval(86_400))
      let overdue = try await desk.told(of: CreditCaseOverdue.self)
      #expect(overdue.count == 1 && overdue.first?.missed.rule == "credit.repair.acceptance")
      let list = try await counter.get("/v1/credit-cases?overdue=true", as: leader)
      #expect(list.json["cases"]?.array?.first?["caseId"] == filed.json["caseId"])
      #expect(try await step(counter, filed, "withdraw", ["reason": "申请人撤回"]).json["status"]?.string == "withdrawn")
      #expect(try await counter.get("/v1/credit-cases?overdue=true", as: leader).json["cases"] == [])
      #expect(try await desk.count("select count(*) from timer where kind = 'credit.deadline'") == 0)
      let id = try #require(filed.json["caseId"]?.string)
      let told = try await desk.count("select count(*) from outbox where key = \(id)")
      #expect(told == 5)
    }
  }

  @Test("versions, keys, roles and regions hold, and bodies are refused with their field")
  func manners() async throws {
    try await counter { desk, counter in
      var body = JSONObject()
      body.set("kind", code: CreditCaseKind.repair)
      body.set("subjectKey", Fixtures.firm)
      body.set("entries", .array([["entryId": .string(try await entry(desk))]]))
      body.set("statement", "申请")
      let key = ["Idempotency-Key": "k-1"]
      let first = try await counter.post("/v1/credit-cases", .object(body), as: leader, headers: key)
      let again = try await counter.post("/v1/credit-cases", .object(body), as: leader, headers: key)
      #expect(first.json == again.json)
      #expect(try await desk.count("select count(*) from credit_case") == 1)
      #expect(try await step(counter, first, "accept", headers: ["If-Match": "\"99\""]).status == 412)
      let read = try await counter.get("/v1/credit-cases/\(first.json["caseId"]?.string ?? "")", as: leader)
      #expect(read.tag == "\"1\"")
      body.set("entries", .array([["entryId": .string(UUID().uuidString)]]))
      #expect(try await counter.post("/v1/credit-cases", .object(body), as: leader).code == "entry-unknown")
      body["entries"] = nil
      let missing = try await counter.post("/v1/credit-cases", .object(body), as: leader)
      #expect(missing.code == "field-missing" && missing.json["field"]?.string == "body.entries")
      let foreign = Person("li", regions: "360000")
      #expect(
        try await counter.get("/v1/credit-cases/\(first.json["caseId"]?.string ?? "")", as: foreign).code
          == "region-forbidden")
      let clerk = Person("wang", "clerk", regions: "610000")
      let id = first.json["caseId"]?.string ?? ""
      #expect(try await counter.post("/v1/credit-cases/\(id)/accept", [:], as: clerk).code == "role-missing")
      let supervisor = Person("sun", "supervisor", regions: "610000")
      #expect(
        try await counter.post("/v1/credit-cases/\(id)/extend", ["reason": "x"], as: supervisor).code == "role-missing")
      let ahead: JSON = ["at": .string(RFC3339.text(of: day(9)))]
      #expect(try await step(counter, first, "accept", ahead).json["field"]?.string == "body.at")
    }
  }

  @Test("lists go by filters and pages, and as a table")
  func lists() async throws {
    try await counter { desk, counter in
      for kind in [CreditCaseKind.repair, .objection, .repair, .administrativeReview, .repair] {
        #expect(try await file(counter, desk, kind).status == 201)
      }
      var uri: String? = "/v1/credit-cases?kind=repair&status=filed&limit=2"
      var seen: [String] = []
      while let next = uri {
        let page = try await counter.get(next, as: leader)
        seen += page.json["cases"]?.array?.compactMap { $0["caseNumber"]?.string } ?? []
        uri = page.json["next"]?.string.map { "/v1/credit-cases?kind=repair&status=filed&limit=2&cursor=\($0)" }
      }
      #expect(seen == ["信用修复〔2026〕610115-3号", "信用修复〔2026〕610115-2号", "信用修复〔2026〕610115-1号"])
      let subject = try await counter.get("/v1/credit-cases?subject=\(Fixtures.firm)", as: leader)
      #expect(subject.json["cases"]?.array?.count == 5)
      let due = try await counter.get("/v1/credit-cases?dueBefore=2026-01-01T00:00:00Z", as: leader)
      #expect(due.json["cases"] == [])
      let table = try await counter.get("/v1/credit-cases?format=csv&kind=objection", as: leader)
      #expect(table.text.contains("信用异议〔2026〕610115-1号") && table.text.split(separator: "\r\n").count == 2)
      #expect(try await counter.get("/v1/credit-cases?cursor=zz", as: leader).status == 422)
    }
  }
}
