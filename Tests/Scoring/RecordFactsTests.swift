import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Scoring

@Suite("Facts become scores and colours")
struct RecordFactsTests {
  @Test("a severe verified finding turns a workshop without a code red at once, and every step is told")
  func verifiedFinding() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now, profile: "lintong") { desk in
      let petition = UUID()
      try await desk.take(
        [
          Fixtures.finding(["sanluanwu"], at: now, subject: Fixtures.site, petition: petition),
          Fixtures.finding(["SANLUANWU"], at: now, subject: Fixtures.site, verified: false),
          Fixtures.finding(["SANLUANWU"], at: now, subject: nil),
        ], on: .petitions, from: "/ecoredress/petitions")
      let told = try await desk.told(.scores, about: Fixtures.site)
      #expect(told.map(\.score) == ["60", "60"])
      let change = try ScoreChanged(json: try #require(told.first).data)
      #expect(change.scoreBefore == 100 && change.points == -40 && change.petitionId == petition)
      #expect(change.derivation.pack == "national")
      let colour = try ColourChanged(json: try #require(told.last).data)
      #expect(colour.colourBefore == .unrated && colour.colour == .red && colour.positiveListRecommended == nil)
      let state = try RatingState(
        json: try #require(try await desk.told(.ratingStates, about: Fixtures.site).last).data)
      #expect(state.sequence == 2 && state.colour == .red && state.score == 60 && state.facts == 1)
      #expect(try await desk.count("select count(*) from fact") == 1)
      #expect(try await desk.count("select count(*) from audit where action = 'fact.recorded'") == 1)
    }
  }

  @Test("90 is green and recommended, 89.99 yellow, 70 red; what changes nothing shown is not told (E2E-9)")
  func boundaries() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.inspection("1", ["TEN"], at: now)])
      try await desk.take([Fixtures.inspection("2", ["HUNDREDTH"], at: now)])
      try await desk.take([Fixtures.inspection("3", ["NINETEEN_99"], at: now)])
      let told = try await desk.told(.scores)
      #expect(told.map(\.score) == ["90", "90", "89.99", "89.99", "70", "70"])
      #expect(told.map(\.colour) == ["green", "green", "yellow", "yellow", "red", "red"])
      #expect(told[1].data["positiveListRecommended"]?.bool == true)
      try await desk.take([Fixtures.inspection("4", ["NOTHING"], at: now), Fixtures.inspection("5", [], at: now)])
      #expect(try await desk.told(.scores).count == 6)
      try await desk.take([Fixtures.inspection("6", ["TWO"], at: now)])
      let last = try await desk.told(.scores)
      #expect(last.count == 7 && last.last?.score == "68" && last.last?.data["colourBefore"] == nil)
      #expect(try await desk.rating()?.sequence == 7)
    }
  }

  @Test("the same fact told twice counts once; another one under its number is noted and changes nothing")
  func repeats() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      let fact = Fixtures.inspection("1", ["TEN"], at: now)
      try await desk.take([fact, fact])
      try await desk.take([fact])
      try await desk.take([Fixtures.inspection("1", ["THIRTY"], at: now)])
      try await desk.take([Fixtures.inspection("1", ["THIRTY"], at: now, subject: Fixtures.site)])
      #expect(try await desk.rating()?.score == Points(90))
      #expect(try await desk.rating(Fixtures.site)?.colour == .unrated)
      #expect(try await desk.count("select count(*) from fact") == 1)
      #expect(try await desk.count("select count(*) from audit where action = 'fact.conflicting'") == 2)
      try await desk.take([fact], from: "/enforcement/other")
      #expect(try await desk.rating()?.score == Points(80))
    }
  }

  @Test("late and out-of-order facts lead to the same rating as those in order")
  func lateFacts() async throws {
    let start = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: start) { desk in
      let days: [(Double, [String])] = [
        (0, ["TEN"]), (10, ["TWO"]), (20, ["NINETEEN_99"]), (40, []), (50, ["HUNDREDTH"]),
      ]
      func facts(_ subject: String) -> [InspectionRecorded] {
        days.enumerated().map { index, day in
          Fixtures.inspection(
            "\(subject)-\(index)", day.1, at: start.addingTimeInterval(day.0 * 86_400), subject: subject)
        }
      }
      for (fact, day) in zip(facts(Fixtures.firm), days) {
        try await desk.move(to: start.addingTimeInterval(day.0 * 86_400))
        try await desk.take([fact])
      }
      try await desk.move(to: start.addingTimeInterval(120 * 86_400))
      for fact in facts(Fixtures.site).reversed() { try await desk.take([fact]) }
      let inOrder = try #require(try await desk.rating())
      let late = try #require(try await desk.rating(Fixtures.site))
      #expect(inOrder.score == Points(70) && inOrder.colour == .red)
      #expect(late.score == inOrder.score && late.colour == inOrder.colour && late.counting == inOrder.counting)
      #expect(late.colourSince == inOrder.colourSince && late.nextChange == inOrder.nextChange)
    }
  }

  @Test("an event about nobody that exists goes to the dead letters, the others go on")
  func badSubjects() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([
        Fixtures.inspection("1", ["TEN"], at: now, subject: "uscc:91350100M000100Y44"),
        Fixtures.inspection("2", ["TEN"], at: now, subject: "site:999999:作坊"),
        Fixtures.inspection("3", ["TEN"], at: now.addingTimeInterval(10 * 86_400)),
        Fixtures.inspection("4", ["TEN"], at: now),
      ])
      let codes = try await desk.pool.query("select code from dead_letter order by id", as: String.self)
      #expect(codes == ["uscc-invalid", "region-unknown", "time-too-late"])
      #expect(try await desk.count("select count(*) from rating") == 1)
      #expect(try await desk.rating()?.score == Points(90))
    }
  }

  @Test("a filing deducts nothing, a decision does, one without a penalty does not, a visit to help never does")
  func enforcement() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([
        PenaltyFiled(
          factId: "f", subjectKey: Fixtures.firm, region: Fixtures.region, filedAt: now, penaltyNumber: "罚1",
          factCodes: ["TEN"]),
        Fixtures.inspection("v", ["THIRTY"], at: now, kind: .serviceVisit),
      ])
      #expect(try await desk.rating()?.colour == .unrated)
      #expect(try await desk.told(.scores).isEmpty)
      try await desk.take([
        PenaltyDecided(
          factId: "d", subjectKey: Fixtures.firm, region: Fixtures.region, decidedAt: now, penaltyNumber: "罚1",
          decision: .fine, fineFen: 6_000_000, factCodes: ["TEN"]),
        PenaltyDecided(
          factId: "n", subjectKey: Fixtures.firm, region: Fixtures.region, decidedAt: now, penaltyNumber: "罚2",
          decision: .noPenalty, factCodes: ["THIRTY"]),
      ])
      #expect(try await desk.rating()?.score == Points(90))
      try await desk.take([
        RectificationVerified(
          factId: "e", subjectKey: Fixtures.firm, region: Fixtures.region, verifiedAt: now, passed: true)
      ])
      #expect(try await desk.rating()?.score == Points(92))
      #expect(try await desk.count("select count(*) from fact") == 5)
    }
  }

  @Test("the service's role can neither change nor delete what is in the ledger")
  func appendOnly() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.inspection("1", ["TEN"], at: now)])
      for statement: SQL in [
        "update fact_line set points = 0", "delete from fact_line", "update fact set subject = 'x'",
        "delete from fact", "delete from rating", "truncate fact cascade",
      ] {
        let error = await #expect(throws: PostgresError.self) { _ = try await desk.pool.execute(statement) }
        #expect(error?.sqlState == .insufficientPrivilege)
      }
    }
  }
}
