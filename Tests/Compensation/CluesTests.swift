import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Compensation

@Suite("Clues open cases")
struct CluesTests {
  @Test("a verified finding of damage opens a clue once, and the complaint at the root is kept with the case")
  func findings() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      let petition = UUID()
      let finding = Fixtures.finding(petition: petition, at: now)
      try await desk.take([finding, finding], on: .petitions, correlation: "complaint-1")
      try await desk.take(
        [
          finding, Fixtures.finding(petition: petition, at: now, damage: false),
          Fixtures.finding(petition: petition, at: now, verified: false),
        ], on: .petitions)
      let told = try await desk.told()
      #expect(told.map(\.type) == ["compensation.clue-opened"])
      let opened = try CompensationClueOpened(json: try #require(told.first).data)
      #expect(opened.petitionId == petition && opened.subjectKey == Fixtures.site && opened.clueSource == .petition)
      #expect(opened.dueDates.map(\.length) == [30])
      #expect(told.first?.correlation == "complaint-1")
      #expect(try await desk.count("select count(*) from timer where kind = 'compensation.clocks'") == 1)
      let only = try await desk.onlyCase()
      try await desk.step(Check(damaged: true), on: only.id)
      #expect(try await desk.told().last?.correlation == "complaint-1")
      let states = try await desk.told(.compensationStates)
      #expect(states.map(\.sequence) == [1, 5])
      #expect(try CompensationState(json: try #require(states.last).data).status == .filed)
    }
  }

  @Test("the filing of a penalty case opens a clue at once (X-01), however often it is told")
  func filings() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.filing("罚1", at: now)])
      try await desk.take([Fixtures.filing("罚1", at: now)])
      let only = try await desk.onlyCase()
      #expect(only.isDual && only.status == .clue && only.clueSource == .penalty)
      try await desk.take([Fixtures.filing("罚1", at: now)], from: "/enforcement/other")
      #expect(try await desk.count("select count(*) from compensation_case") == 2)
      try await desk.step(Check(damaged: true), on: only.id)
      let filed = try await desk.latest(CompensationFiled.self)
      #expect(filed.dual && filed.penaltyNumber == "罚1")
    }
  }

  @Test(
    "a petition's finding and the penalty case that came of it are one case, whichever is told first",
    arguments: [true, false])
  func oneAct(findingFirst: Bool) async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      let petition = UUID()
      let finding = Fixtures.finding(petition: petition, at: now)
      let filing = Fixtures.filing("罚1", at: now, petition: petition)
      for _ in 0..<2 {
        if findingFirst { try await desk.take([finding], on: .petitions, correlation: "complaint-1") }
        try await desk.take([filing])
        if !findingFirst { try await desk.take([finding], on: .petitions, correlation: "complaint-1") }
      }
      let only = try await desk.onlyCase()
      #expect(only.penalty == PenaltyCase(source: "/enforcement/test", number: "罚1"))
      #expect(only.petitionId == petition && only.findingId == finding.findingId)
      #expect(only.correlation == "complaint-1")
      let told = try await desk.told().map(\.type).filter { $0 != "compensation.gate-changed" }
      #expect(told == ["compensation.clue-opened", "compensation.clue-joined"])
      try await desk.step(Check(damaged: true), on: only.id)
      #expect(try await desk.latest(CompensationFiled.self).dual)
      // Another firm's penalty for the same petition is another act.
      try await desk.take([Fixtures.filing("罚2", fact: "f-2", at: now, subject: Fixtures.firm, petition: petition)])
      #expect(try await desk.count("select count(*) from compensation_case") == 2)
    }
  }

  @Test("what is told about a penalty case is kept for the case beside it, also when it comes before")
  func penaltyRecords() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      let decided = PenaltyDecided(
        factId: "d-1", subjectKey: Fixtures.site, region: "360482", decidedAt: now, penaltyNumber: "罚1",
        decision: .fine, fineFen: 6_000_000, factCodes: [])
      try await desk.take([decided, decided])
      try await desk.take([
        PenaltyNoticePlanned(
          factId: "n-1", subjectKey: Fixtures.site, region: "360482", plannedFor: now.addingTimeInterval(86_400 * 20),
          penaltyNumber: "罚1", proposedFineFen: 6_000_000)
      ])
      try await desk.take([Fixtures.filing("罚1", at: now.addingTimeInterval(-60))])
      let only = try await desk.onlyCase()
      let found = try #require(
        try await desk.runner.read {
          try await desk.application.findCase(only.id.lowercased, at: desk.clock.now, on: $0)
        })
      #expect(
        found.penalty.map { $0["kind"]?.string } == ["penalty.filed", "penalty.decided", "penalty.notice-planned"])
      #expect(found.penalty[1]["detail"]?["fineFen"]?.integer == 6_000_000)
      #expect(CaseView.detail(found, documents: [])["nextSteps"]?.array?.first == "check")
    }
  }

  @Test("an event about a subject or region that does not exist goes to the dead letters, the others go on")
  func badSubjects() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([
        Fixtures.filing("罚1", fact: "1", at: now, subject: "uscc:91350100M000100Y44"),
        Fixtures.filing("罚2", fact: "2", at: now.addingTimeInterval(86_400 * 3)),
        Fixtures.filing("罚3", fact: "3", at: now),
      ])
      let codes = try await desk.pool.query("select code from dead_letter order by id", as: String.self)
      #expect(codes == ["uscc-invalid", "time-too-late"])
      #expect(try await desk.onlyCase().penalty?.number == "罚3")
    }
  }

  @Test("a clue of staff sent again under its key is the same clue; another one under the key is refused")
  func ownClues() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      func isNew(_ source: ClueSource) async throws -> Bool {
        let own = try OwnClue(json: ["region": "360482", "clueSource": .string(source.rawValue)], path: "body")
        return try await desk.runner.run { work in
          try await desk.application.openOwnClue(
            own, key: "k-1", by: Caller(subject: "handler-1", requestId: "r", traceParent: nil), work: work
          ).isNew
        }
      }
      let answers = [try await isNew(.emergency), try await isNew(.emergency)]
      #expect(answers == [true, false])
      #expect(try await isNew(.emergency) == false)
      await #expect(throws: CompensationError.keyReused) { _ = try await isNew(.crime) }
      #expect(try await desk.told().count == 1)
    }
  }

  @Test("an inspection that found a sign of damage opens a clue, one without does not")
  func inspections() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      func inspection(_ fact: String, _ kind: InspectionKind, damage: Bool?) -> InspectionRecorded {
        InspectionRecorded(
          factId: fact, subjectKey: Fixtures.site, region: "360482", inspectedAt: now, inspectionNumber: fact,
          kind: kind, onSite: true, problems: true, factCodes: ["ILLEGAL_DISCHARGE"], damageSuspected: damage)
      }
      let seen = inspection("i-1", .doubleRandom, damage: true)
      try await desk.take([
        seen, seen, inspection("i-2", .special, damage: false), inspection("i-3", .special, damage: nil),
        inspection("i-4", .supervision, damage: true),
      ])
      let sources = try await desk.pool.query(
        "select clue_source from compensation_case order by clue_source", as: String.self)
      #expect(sources == ["inspection", "supervision"])
    }
  }

  @Test("clues of petitions and penalty cases come from the systems that run them, not from staff")
  func notOwn() {
    #expect(throws: ContractViolation.self) {
      try OwnClue(json: ["region": "360482", "clueSource": "penalty"], path: "body")
    }
  }
}
