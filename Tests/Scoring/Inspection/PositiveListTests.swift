import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Postgres
import ServiceSupport
import Testing

@testable import Scoring

@Suite("The positive list")
struct PositiveListTests {
  private let now: Date
  private let leader = Person("zhao", "leader")

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  /// A green firm, recommended and on the register.
  private func recommended(_ desk: Desk, _ counter: Counter, groups: [JSON] = ["FRONT_RUNNER"]) async throws -> String {
    let body: JSON = ["region": "610115", "inspectionClass": "key", "groups": .array(groups)]
    #expect(try await counter.send(.put, "/v1/units/\(Fixtures.firm)", as: leader, body).status == 201)
    try await desk.take([Fixtures.inspection("first", [], at: now)])
    try await desk.move(to: now)
    let list = try await counter.get("/v1/positive-list?status=recommended", as: leader)
    return try #require(list.json["entries"]?.array?.first?["entryId"]?.string)
  }

  private func with(
    _ profile: String = "lintong", _ body: @escaping @Sendable (Desk, Counter) async throws -> Void
  ) async throws {
    try await Desk.with(at: now, profile: profile) { desk in
      try await Counter.with(desk) { try await body(desk, $0) }
    }
  }

  private static let permit: JSON = ["decision": "enter", "confirmed": ["PERMIT_HELD"]]

  @Test func `an entry needs every condition and an item of the screening, and a leader`() async throws {
    try await with { desk, counter in
      let id = try await recommended(desk, counter, groups: [])
      let path = "/v1/positive-list/\(id)/decision"
      let clerk = Person("li", "supervisor")
      #expect(try await counter.post(path, Self.permit, as: clerk).status == 403)
      let unmet = try await counter.post(path, ["decision": "enter"], as: leader)
      #expect(unmet.code == "listing-conditions-unmet" && unmet.text.contains("PERMIT_HELD, SCREENING"))
      let foreign: JSON = ["decision": "enter", "confirmed": ["NO_EMERGENCY"]]
      #expect(try await counter.post(path, foreign, as: leader).code == "field-unknown-value")
      let whole: JSON = ["decision": "enter", "confirmed": ["PERMIT_HELD"], "screening": ["ONLINE_MONITORING"]]
      let stale = try await counter.post(path, whole, as: leader, headers: ["If-Match": "\"7\""])
      #expect(stale.status == 412)
      let entered = try await counter.post(path, whole, as: leader, headers: ["If-Match": "\"1\""])
      #expect(entered.status == 200 && entered.json["status"]?.string == "listed")
      #expect(try await counter.post(path, whole, as: leader).code == "listing-decided")
      let event = try #require(try await desk.told(PositiveListEntered.self).first)
      #expect(event.screening == ["ONLINE_MONITORING"])
      // 36 months, to the corresponding day or the next working day.
      #expect(ShanghaiTime.day(of: event.validUntil.addingTimeInterval(-1)).description.hasPrefix("2029-01-0"))
      try await desk.move(to: now)
      let changes = try await desk.told(InspectionFrequencyChanged.self)
      #expect(changes.last?.reasons == [.colour, .positiveList])
    }
  }

  @Test func `an excluded trade, an emergency of the last two years or another colour bars the entry`() async throws {
    try await with { desk, counter in
      let id = try await recommended(desk, counter)
      let unit: JSON = [
        "region": "610115", "inspectionClass": "key", "groups": ["FRONT_RUNNER"], "trades": ["WASTE_INCINERATION"],
      ]
      #expect(try await counter.send(.put, "/v1/units/\(Fixtures.firm)", as: leader, unit).status == 428)
      let put = try await counter.send(
        .put, "/v1/units/\(Fixtures.firm)", as: leader, unit, headers: ["If-Match": "\"1\""])
      #expect(put.status == 200)
      let answer = try await counter.post("/v1/positive-list/\(id)/decision", Self.permit, as: leader)
      #expect(answer.text.contains("TRADE_NOT_EXCLUDED"))
      try await desk.take([
        Fixtures.inspection("e", ["ENVIRONMENTAL_EMERGENCY"], at: now.addingTimeInterval(-30 * 86_400))
      ])
      let worse = try await counter.post("/v1/positive-list/\(id)/decision", Self.permit, as: leader)
      #expect(worse.text.contains("RECOMMENDED_COLOUR, NO_EMERGENCY, TRADE_NOT_EXCLUDED"))
      let refused = try await counter.post(
        "/v1/positive-list/\(id)/decision", ["decision": "refuse", "confirmed": ["PERMIT_HELD"]], as: leader)
      #expect(refused.json["status"]?.string == "refused")
      #expect(
        try await desk.told(PositiveListRefused.self).first?.unmet
          == ["RECOMMENDED_COLOUR", "NO_EMERGENCY", "TRADE_NOT_EXCLUDED"])
      let misspelt: JSON = ["region": "610115", "inspectionClass": "key", "trades": ["WASTE"]]
      let unknown = try await counter.send(
        .put, "/v1/units/\(Fixtures.firm)", as: leader, misspelt, headers: ["If-Match": "\"2\""])
      #expect(unknown.status == 422 && unknown.json["field"]?.string == "body.trades")
    }
  }

  @Test func `fraud removes at once and bars for three years, also once the firm is green again`() async throws {
    try await with { desk, counter in
      let id = try await recommended(desk, counter)
      #expect(try await counter.post("/v1/positive-list/\(id)/decision", Self.permit, as: leader).status == 200)
      let later = try Fixtures.instant(2026, 3, 2)
      desk.clock.move(to: later)
      try await desk.take([Fixtures.inspection("fraud", ["MONITORING_FRAUD"], at: later)])
      try await desk.move(to: later)
      let removed = try #require(try await desk.told(PositiveListRemoved.self).first)
      #expect(removed.cause == .malicious && removed.factCodes == ["MONITORING_FRAUD"])
      let end = try #require(removed.barredUntil)
      #expect(ShanghaiTime.day(of: end.addingTimeInterval(-1)) >= CivilDate("2029-03-02")!)
      // The points lapse after two years: green again, and still barred.
      try await desk.move(to: try Fixtures.instant(2028, 6, 1))
      #expect(try await desk.rating()?.colour == .green)
      #expect(try await desk.told(PositiveListRecommended.self).count == 1)
    }
  }

  @Test(arguments: ["penalty", "complaints"])
  func `a penalty or strong complaints remove a firm that stays green`(cause: String) async throws {
    try await with { desk, counter in
      let id = try await recommended(desk, counter)
      #expect(try await counter.post("/v1/positive-list/\(id)/decision", Self.permit, as: leader).status == 200)
      let later = try Fixtures.instant(2026, 3, 2)
      desk.clock.move(to: later)
      if cause == "penalty" {
        try await desk.take([
          PenaltyDecided(
            factId: "p", subjectKey: Fixtures.firm, region: Fixtures.region, decidedAt: later, penaltyNumber: "罚1",
            decision: .fine, factCodes: ["RECORDS_INCOMPLETE"])
        ])
      } else {
        try await desk.take(
          (0..<3).map { _ in Fixtures.finding(["RECORDS_INCOMPLETE"], at: later) }, on: .petitions,
          from: "/ecoredress/petitions")
      }
      try await desk.move(to: later)
      #expect(try await desk.rating()?.colour == .green)
      let removed = try await desk.told(PositiveListRemoved.self)
      #expect(removed.map(\.cause) == [cause == "penalty" ? .violation : .complaints])
      #expect(removed.first?.barredUntil == nil)
      // As long as the colour stays, nobody recommends what was just removed.
      #expect(try await desk.told(PositiveListRecommended.self).count == 1)
    }
  }

  @Test func `an entry runs out after three years, and the firm is recommended anew`() async throws {
    try await with { desk, counter in
      let id = try await recommended(desk, counter)
      #expect(try await counter.post("/v1/positive-list/\(id)/decision", Self.permit, as: leader).status == 200)
      let end = try #require(try await desk.told(PositiveListEntered.self).first?.validUntil)
      try await desk.move(to: end.addingTimeInterval(-1))
      #expect(try await desk.told(PositiveListRemoved.self).isEmpty)
      try await desk.move(to: end)
      let removed = try await desk.told(PositiveListRemoved.self)
      #expect(removed.map(\.cause) == [.expired] && removed.first?.at == end)
      #expect(try await desk.told(PositiveListRecommended.self).count == 2)
      let table = try await counter.get("/v1/positive-list?format=csv", as: leader)
      #expect(table.text.split(separator: "\r\n").count == 3)
    }
  }

  @Test func `study with a passed examination gives priority, nothing else does`() async throws {
    try await with { desk, counter in
      try await desk.take([Fixtures.inspection("1", ["EIA_MISSING", "NO_PERMIT"], at: now)])
      try await desk.move(to: now)
      let body: JSON = ["subjectKey": .string(Fixtures.firm)]
      #expect(try await counter.post("/v1/positive-list", body, as: leader).code == "listing-not-studied")
      // What the study desk credits once a firm has studied and passed.
      let credited = FactReport(
        subject: Fixtures.firm, region: Fixtures.region, origin: .study, kind: "study.credited", source: "/test",
        externalId: "x", establishedAt: now, codes: [FactCode.studyAndExam], content: [1])
      let cause = Cause(id: "x", correlation: "x")
      _ = try await desk.runner.run { work in
        try await desk.application.recordFacts([ReportedFact(report: credited, cause: cause)], work: work)
      }
      let recommended = try await counter.post("/v1/positive-list", body, as: leader)
      #expect(recommended.status == 201 && recommended.json["ground"]?.string == "study")
      #expect(try await counter.post("/v1/positive-list", body, as: leader).code == "listing-open")
    }
  }
}
