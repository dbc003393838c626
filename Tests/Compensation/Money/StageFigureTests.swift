import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceSupport
import Testing

@testable import Compensation

/// How many cases came how far, in the figures: what the funnel of the board shows.
@Suite("Figures of stages")
struct StageFigureTests {
  private func stages(
    _ period: String, _ desk: Desk, department: String? = nil
  ) async throws -> [CompensationStatus: Int64] {
    let asked = CaseFigureQuestion(
      period: try #require(FigurePeriod(period)), regions: ["350600"], department: department)
    let report = try await desk.runner.read { try await desk.application.money.compileFigures(asked, on: $0) }
    return Dictionary(uniqueKeysWithValues: report.stages.map { ($0.stage, $0.count(.now)) }).filter { $0.value != 0 }
  }

  @Test func `each stage counts on the day on which a case first reached it, folded or not`() async throws {
    try await Desk.with(at: try Fixtures.instant(2022, 12, 20)) { desk in
      let first = try await desk.started("罚1", region: "350602")
      let second = try await desk.started("罚2", region: "350603")
      try await desk.walk([.investigation], on: first)
      desk.clock.move(to: try Fixtures.instant(2023, 2, 1))
      try await desk.walk([.assessment, .negotiation], on: first)
      // What is done again counts once.
      try await desk.walk([.assessment], on: first)
      try await desk.walk([.investigation], on: second)
      for isFolded in [false, true] {
        if isFolded { try await desk.fold() }
        #expect(try await stages("2022", desk)[.investigation] == 1)
        let year = try await stages("2023", desk)
        #expect(year[.investigation] == 1 && year[.assessment] == 1 && year[.negotiation] == 1, "\(year)")
        #expect(try await stages("2023-02", desk) == year)
      }
      #expect(try await desk.count("select count(*) from stage_entry") == 0)
    }
  }

  @Test func `a case that goes to another department takes its stages along`() async throws {
    try await Desk.with(at: try Fixtures.instant(2023, 5, 10)) { desk in
      let id = try await desk.started("罚1", region: "350602")
      try await desk.walk([.investigation], on: id)
      try await desk.fold()
      try await desk.step(Assign(department: "WATER"), on: id)
      #expect(try await stages("2023", desk, department: "WATER")[.investigation] == 1)
      #expect(try await stages("2023", desk)[.investigation] == 1)
      try await Counter.with(desk) { counter in
        let json = try await counter.get("/v1/figures?period=2023&region=350600", as: Person("leader-1")).json
        let found = json["stages"]?.array?.first { $0["stage"]?.string == "investigation" }
        #expect(found?["now"]?.integer == 1 && found?["name"]?.string == "调查")
        let board = try await counter.page("/pages?region=350600&year=2023", as: Person("leader-1"))
        #expect(board.text.contains("<th scope=\"row\">调查</th><td class=\"amount\">1</td>"), "\(board.text)")
      }
    }
  }
}
