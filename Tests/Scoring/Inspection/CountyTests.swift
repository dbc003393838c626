import Civics
import Contracts
import FoundationEssentials
import ServiceSupport
import Testing

@testable import Scoring

@Suite("Scores of counties (SCO-27)")
struct CountyTests {
  private func clue(_ id: UUID, _ county: String, _ source: ClueSource, at: Date) -> CompensationClueOpened {
    CompensationClueOpened(
      caseId: id, caseNumber: "C-\(id.lowercased)", region: county, at: at, clueSource: source)
  }

  private func closed(_ id: UUID, _ county: String, at: Date) -> CompensationClosed {
    CompensationClosed(
      caseId: id, caseNumber: "C-\(id.lowercased)", region: county, at: at, outcome: .performed, performed: true,
      onTime: true)
  }

  @Test func `own clues by the day of the clue, cases by the day of closing, up to the target, in any order`()
    async throws
  {
    let now = try Fixtures.instant(2026, 8, 1)
    try await Desk.with(at: now, profile: "lintong") { desk in
      let ids = (0..<5).map { _ in UUID() }
      // The closing of a case is told before its clue, and again.
      try await desk.take([closed(ids[0], "610115", at: try Fixtures.instant(2026, 5, 1))], on: .compensations)
      let sources: [ClueSource] = [.inspection, .petition, .penalty, .procuratorate, .inspection]
      for (index, source) in sources.enumerated() {
        let day = try Fixtures.instant(2026, index == 4 ? 4 : 3, 1, hour: 0)
        try await desk.take([clue(ids[index], "610115", source, at: day)], on: .compensations)
      }
      try await desk.take(
        [
          closed(ids[0], "610115", at: try Fixtures.instant(2026, 6, 1)),
          clue(UUID(), "610100", .inspection, at: now), clue(UUID(), "610116", .petition, at: now),
        ], on: .compensations)
      try await Counter.with(desk) { counter in
        let leader = Person("zhao", "leader", regions: "610100")
        func county(_ period: String) async throws -> (JSON?, [JSON]) {
          let answer = try await counter.get("/v1/county-scores?period=\(period)", as: leader)
          #expect(answer.status == 200)
          let counties = answer.json["counties"]?.array ?? []
          return (counties.first { $0["county"]?.string == "610115" }, counties)
        }
        let (first, all) = try await county("2026-Q1")
        // Two of a target of 6/4: all of 50 points; nothing was closed.
        #expect(first?["score"] == 50)
        #expect(first?["indicators"]?.array?.map { $0["count"] } == [2, 0])
        #expect(all.contains { $0["county"]?.string == "610116" && $0["score"] == 0 })
        #expect(!all.contains { $0["county"]?.string == "610100" })
        #expect(first == all.first)
        // April's clue, of 6/4: a third of 50 … and one closing of a target of one: all of 50.
        let second = try await county("2026-Q2").0
        #expect(second?["indicators"]?.array?.map { $0["count"] } == [1, 1])
        #expect(second?["indicators"]?.array?.last?["points"] == 50)
        let year = try await county("2026").0
        #expect(year?["indicators"]?.array?.map { $0["points"]?.decimal } == [25, Decimal(25) / 2])
        #expect(year?["score"]?.decimal == Decimal(75) / 2)
        let table = try await counter.get("/v1/county-scores?period=2026&format=csv", as: leader)
        #expect(table.text.contains("610115,陕西省西安市临潼区,37.5,3,25,1,12.5"))
        let cases = try await counter.get("/v1/county-scores/610115/cases?period=2026", as: leader)
        #expect(cases.json["cases"]?.array?.count == 5)
        #expect(try await counter.get("/v1/county-scores?period=2026-13", as: leader).status == 422)
        #expect(try await counter.get("/v1/county-scores/360402/cases?period=2026", as: leader).status == 403)
      }
    }
  }
}
