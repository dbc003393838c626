import Contracts
import FoundationEssentials
import Postgres
import ServiceSupport
import Testing

@testable import Scoring

@Suite("Leniency over HTTP")
struct LeniencyDeskTests {
  private let act: Date
  private let now: Date
  private let leader = Person("zhao.min", regions: "210000")
  private var quarry: Quarry { Quarry(actAt: act) }

  init() throws {
    act = try Fixtures.instant(2025, 5, 6)
    now = try Fixtures.instant(2025, 6, 20)
  }

  private func day(_ count: Double) -> Date { act.addingTimeInterval(count * 86_400) }

  /// The quarry's case with everything done.
  private func counter(_ body: @escaping @Sendable (Desk, Counter) async throws -> Void) async throws {
    try await Desk.with(at: now, profile: "yingkou") { desk in
      try await desk.take([
        quarry.filed(), quarry.noticed(day(20)), quarry.rectified(day(30)), quarry.studied(day(31)),
        quarry.examined(day(32)), quarry.apologised(day(33), uri: "https://paper.example/1"),
      ])
      try await Counter.with(desk) { try await body(desk, $0) }
    }
  }

  private func assess(_ counter: Counter, _ request: LeniencyRequest? = nil) async throws -> CounterAnswer {
    try await counter.post(
      "/v1/leniency-assessments", (request ?? Quarry.request()).json, as: leader)
  }

  private func decide(
    _ counter: Counter, _ assessed: CounterAnswer, fine: Int?, decision: String = "fine"
  ) async throws -> CounterAnswer {
    var body = JSONObject()
    body.set("decision", decision)
    body.set("fineFen", fine)
    body.set("reason", "整改到位,学法考试合格,公开道歉")
    let id = assessed.json["assessmentId"]?.string ?? ""
    return try await counter.post("/v1/leniency-assessments/\(id)/decide", .object(body), as: leader)
  }

  @Test("60,000 becomes 34,000: assessed as a range, decided with its exact share, and an entry of the ledger")
  func thirtyFourThousand() async throws {
    try await counter { desk, counter in
      let assessed = try await assess(counter)
      #expect(assessed.status == 201)
      #expect(assessed.json["lowestFen"]?.integer == 3_000_000 && assessed.json["highestFen"]?.integer == 6_000_000)
      #expect(assessed.json["derivation"]?["pack"]?.string == "yingkou")
      let decided = try await decide(counter, assessed, fine: 3_400_000)
      #expect(decided.status == 200)
      #expect(decided.json["decision"]?["shareOfDiscretion"]?.string == "17/30")
      let event = try #require(try await desk.told(of: LeniencyDecided.self).first)
      #expect(event.fineFen == 3_400_000 && event.shareOfDiscretion == "17/30" && event.pledgeId != nil)
      #expect(Set(event.grounds) == ["STUDY", "APOLOGY"])
      let entry = try #require(try await desk.facts().first { $0.id == event.entryId })
      #expect(entry.kind == "lenience.reduced" && entry.penaltyNumber == Quarry.number && entry.origin == .lenience)
      // Decided so, nothing deviates.
      var penalty = quarry.punished(Quarry.number, decidedAt: now, actAt: act)
      penalty.fineFen = 3_400_000
      penalty.discretionFen = 6_000_000
      penalty.leniency = ["study", "apology"]
      try await desk.take([penalty])
      #expect(try await desk.told(of: LeniencyDeviated.self).isEmpty)
      let again = try await assess(counter)
      #expect(again.status == 409 && again.code == "penalty-decided")
    }
  }

  @Test("nothing is decided outside the range, twice, or on what is out of date")
  func limits() async throws {
    try await counter { desk, counter in
      let first = try await assess(counter)
      #expect(try await decide(counter, first, fine: 2_999_999).code == "leniency-not-allowed")
      #expect(try await decide(counter, first, fine: 6_000_001).code == "leniency-not-allowed")
      #expect(try await decide(counter, first, fine: nil, decision: "no-penalty").code == "leniency-not-allowed")
      #expect(try await decide(counter, first, fine: nil).code == "field-missing")
      let second = try await assess(counter)
      #expect(try await decide(counter, first, fine: 3_400_000).code == "assessment-superseded")
      try await desk.take([quarry.damageFiled(day(34))], on: .compensations, from: "/ecoredress/compensation")
      #expect(try await decide(counter, second, fine: 3_400_000).code == "assessment-outdated")
      let third = try await assess(counter)
      #expect(third.json["verdict"]?.string == "reduction-forbidden")
      #expect(try await decide(counter, third, fine: 3_400_000).code == "leniency-not-allowed")
      #expect(try await decide(counter, third, fine: 6_000_000).status == 200)
      #expect(try await decide(counter, third, fine: 6_000_000).code == "assessment-decided")
      #expect(try await desk.count("select count(*) from pledge_use") == 0)
      try await desk.take(
        [quarry.damageClosed(day(35), performed: true)], on: .compensations, from: "/ecoredress/compensation")
      #expect(try await decide(counter, try await assess(counter), fine: 3_400_000).status == 200)
      #expect(try await desk.count("select count(*) from leniency_decision") == 2)
    }
  }

  @Test("a publication that served one case serves no other")
  func pledgeOnce() async throws {
    try await counter { desk, counter in
      #expect(try await decide(counter, try await assess(counter), fine: 3_400_000).status == 200)
      let other = "营环罚告〔2025〕9号"
      try await desk.take([
        quarry.filed(other),
        RectificationVerified(
          factId: "r2", subjectKey: Quarry.subject, region: Quarry.region, verifiedAt: day(30), penaltyNumber: other,
          passed: true), quarry.apologised(day(34), number: other, uri: "https://paper.example/1"),
      ])
      var body = try Quarry.request().json.object ?? JSONObject()
      body.set("penaltyNumber", other)
      let answer = try await counter.post("/v1/leniency-assessments", .object(body), as: leader)
      let apology = answer.json["grounds"]?.array?.first { $0["ground"]?.string == "APOLOGY" }
      #expect(apology?["reason"]?.string == "pledge-used")
    }
  }

  @Test(
    "a penalty decided otherwise than assessed is told of",
    arguments: [(2_000_000 as Int64, LeniencyDeviation.belowAllowed), (6_100_000, .aboveAllowed)])
  func deviations(fine: Int64, deviation: LeniencyDeviation) async throws {
    try await counter { desk, counter in
      _ = try await assess(counter)
      var penalty = quarry.punished(Quarry.number, decidedAt: now, actAt: act)
      penalty.fineFen = fine
      try await desk.take([penalty])
      try await desk.take([penalty])
      let told = try await desk.told(of: LeniencyDeviated.self)
      #expect(told.map(\.deviation) == [deviation] && told.first?.lowestFen == 3_000_000)
    }
  }

  @Test("leniency that nobody assessed is told of; a broken pledge too, once, whichever is told first")
  func unassessedAndBroken() async throws {
    try await counter { desk, _ in
      var penalty = quarry.punished("另案", decidedAt: now, actAt: day(40))
      penalty.discretionFen = 200_000
      try await desk.take([penalty])
      #expect(try await desk.told(of: LeniencyDeviated.self).map(\.deviation) == [.notAssessed])
      try await desk.take([quarry.punished("再案", decidedAt: now, actAt: day(41))])
      let broken = try await desk.told(of: PledgeBroken.self)
      #expect(broken.count == 1 && broken.first?.penaltyNumber == Quarry.number && broken.first?.barredUntil == nil)
      // A pledge told after the violation that broke it.
      try await desk.take([quarry.apologised(day(38), number: "晚到")])
      #expect(try await desk.told(of: PledgeBroken.self).count == 2)
    }
  }

  @Test("a record that was corrected counts no more")
  func corrected() async throws {
    try await counter { desk, counter in
      try await desk.take([
        FactCorrected(
          factId: "k", subjectKey: Quarry.subject, region: Quarry.region, correctedAt: now,
          correctedFactId: "rectified", reason: .notEstablished)
      ])
      let answer = try await assess(counter)
      let apology = answer.json["grounds"]?.array?.first { $0["ground"]?.string == "APOLOGY" }
      #expect(apology?["reason"]?.string == "not-rectified")
    }
  }

  @Test("requests are refused with their field: unknown cases, factors, circumstances; roles and regions hold")
  func refusals() async throws {
    try await counter { _, counter in
      var body = try Quarry.request().json.object ?? JSONObject()
      body.set("penaltyNumber", "无此案")
      let unknown = try await counter.post("/v1/leniency-assessments", .object(body), as: leader)
      #expect(unknown.status == 422 && unknown.code == "penalty-unknown")
      let factor = try await assess(counter, try Quarry.request(found: ["LUCK"]))
      #expect(factor.code == "field-invalid" && factor.json["field"]?.string == "body.findings[0].factor")
      let circumstance = try await assess(counter, try Quarry.request(more: ["circumstances": ["RAIN"]]))
      #expect(circumstance.json["field"]?.string == "body.circumstances[0]")
      let foreign = Person("li.na", regions: "360000")
      let answer = try await counter.post("/v1/leniency-assessments", try Quarry.request().json, as: foreign)
      #expect(answer.status == 403 && answer.code == "region-forbidden")
      let clerk = Person("wang", "clerk", regions: "210000")
      #expect(
        try await counter.post("/v1/leniency-assessments", try Quarry.request().json, as: clerk).code == "role-missing")
      #expect(try await counter.get("/v1/leniency-assessments/\(UUID().uuidString)", as: leader).status == 404)
      let catalogue = try await counter.get("/v1/leniency-catalogue", as: leader)
      #expect(catalogue.json["items"]?.array?.contains { $0["item"]?.string == "STUDIED_FIRST_SLIGHT" } == true)
      #expect(catalogue.json["apology"]?["exclusions"]?.object?.members.count == 10)
      let before = try await counter.get("/v1/leniency-catalogue?at=2025-03-31T23:59:59%2B08:00", as: leader)
      #expect(before.status == 200 && before.json["apology"] == nil)
      #expect(try await counter.get("/v1/leniency-catalogue?at=2020-01-01T00:00:00Z", as: leader).status == 422)
    }
  }

  @Test("lists go by filters, page by page, and as a table; what is kept cannot be changed")
  func lists() async throws {
    try await counter { desk, counter in
      for _ in 0..<5 { _ = try await assess(counter) }
      var seen: [String] = []
      var uri = "/v1/leniency-assessments?limit=2&verdict=reduction-allowed&decided=false"
      while true {
        let page = try await counter.get(uri, as: leader)
        #expect(page.status == 200)
        seen += page.json["assessments"]?.array?.compactMap { $0["assessmentId"]?.string } ?? []
        guard let next = page.json["next"]?.string else { break }
        uri = "/v1/leniency-assessments?limit=2&verdict=reduction-allowed&decided=false&cursor=\(next)"
      }
      #expect(seen.count == 5 && Set(seen).count == 5)
      #expect(try await counter.get("/v1/leniency-assessments?verdict=no-ground", as: leader).json["assessments"] == [])
      let table = try await counter.get("/v1/leniency-assessments?format=csv", as: leader)
      #expect(table.text.split(separator: "\r\n").count == 6 && table.text.contains("可以从轻、减轻"))
      #expect(try await counter.get("/v1/leniency-assessments?colour=red", as: leader).code == "query-unknown")
      for statement: SQL in [
        "update leniency_assessment set lowest_fen = 0", "delete from leniency_decision",
        "update case_record set at = now()",
        "delete from pledge_use",
      ] {
        let error = await #expect(throws: PostgresError.self) { _ = try await desk.pool.execute(statement) }
        #expect(error?.sqlState == .insufficientPrivilege)
      }
    }
  }
}
