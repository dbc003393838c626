import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceSupport
import Testing

@testable import Compensation

/// What restorations did, in the figures (COM-27).
@Suite("Figures of restoration")
struct ResultFigureTests {
  /// What Zhangzhou reported: fry, snails, cubic metres, seedlings, square metres, and forest care in yuan.
  private static let year: [(RestorationMode, RestorationUnit, Decimal)] = [
    (.fishRelease, .fry, 1_708_000), (.snailStocking, .snail, 1_358_800), (.basinTreatment, .cubicMetre, 82_900),
    (.replanting, .seedling, 6_030), (.replanting, .squareMetre, 2_594), (.forestCare, .yuan, 221_000),
  ]

  /// A case that is being restored does some of it.
  private func record(_ done: [RestorationMeasure], on id: UUID, _ desk: Desk) async throws {
    let event = RestorationProgressed(
      caseId: id, caseNumber: "C", region: "350602", at: desk.clock.now, projectId: UUID(), done: done)
    try await desk.runner.run { try await RestorationStore.insert([event], on: $0.connection) }
  }

  private func figures(
    _ period: String, _ desk: Desk, department: String? = nil, by grouping: CaseFigureQuestion.Grouping = .none
  ) async throws -> CaseFigureReport {
    var question = CaseFigureQuestion(
      period: try #require(FigurePeriod(period)), regions: ["350600"], department: department)
    question.grouping = grouping
    let asked = question
    return try await desk.runner.read { try await desk.application.money.compileFigures(asked, on: $0) }
  }

  @Test("COM-27: the year's results in their units, by part after part, folded or not, beside the year before")
  func results() async throws {
    try await Desk.with(at: try Fixtures.instant(2022, 5, 10)) { desk in
      let before = try await desk.started("罚0", region: "350602")
      try await record(
        [RestorationMeasure(mode: .replanting, unit: .seedling, quantity: 30)], on: before, desk)
      desk.clock.move(to: try Fixtures.instant(2023, 1, 1, hour: 0))
      var ids: [UUID] = []
      for number in 1...4 { ids.append(try await desk.started("罚\(number)", region: "350602")) }
      // In four parts over the year, some of them broken.
      for (id, end) in zip(ids, [(3, 31), (6, 30), (9, 30), (12, 31)]) {
        desk.clock.move(to: try Fixtures.instant(2023, end.0, end.1, hour: 23))
        let parts = Self.year.map { mode, unit, quantity in
          RestorationMeasure(mode: mode, unit: unit, quantity: quantity / 4)
        }
        try await record(parts, on: id, desk)
      }
      for isFolded in [false, true] {
        if isFolded { try await desk.fold() }
        let report = try await figures("2023", desk)
        let total = report.results(of: report.groups[0])
        #expect(total.count == Self.year.count)
        for (mode, unit, quantity) in Self.year {
          let found = total.first { $0.mode == mode && $0.unit == unit }
          #expect(found?.quantity(.now) == quantity.description, "\(mode) \(unit)")
        }
        let seedlings = try #require(total.first { $0.unit == .seedling })
        #expect(seedlings.quantity(.before) == "30" && seedlings.quantity(.cumulative) == "6060")
        let quarter = try await figures("2023-Q1", desk)
        #expect(quarter.results(of: quarter.groups[0]).first { $0.unit == .seedling }?.quantity(.now) == "1507.5")
      }
      #expect(try await desk.count("select count(*) from result_entry") == 0)
    }
  }

  @Test("results are those of the department and county that had the case, and the table names them in Chinese")
  func groups() async throws {
    try await Desk.with(at: try Fixtures.instant(2023, 5, 10)) { desk in
      let id = try await desk.started("罚1", region: "350602")
      try await desk.step(Assign(department: "WATER"), on: id)
      try await record([RestorationMeasure(mode: .fishRelease, unit: .fry, quantity: 500)], on: id, desk)
      let other = try await desk.started("罚2", region: "350602")
      try await record([RestorationMeasure(mode: .fishRelease, unit: .fry, quantity: 70)], on: other, desk)
      let water = try await figures("2023", desk, department: "WATER")
      #expect(water.results(of: water.groups[0]).map { $0.quantity(.now) } == ["500"])
      let departments = try await figures("2023", desk, by: .department)
      #expect(departments.results(of: departments.groups[0]).map { $0.quantity(.now) } == ["570"])
      let group = try #require(departments.groups.first { $0.key == "WATER" })
      #expect(departments.results(of: group).map { $0.quantity(.now) } == ["500"])
      try await Counter.with(desk) { counter in
        let leader = Person("leader-1")
        let json = try await counter.get("/v1/figures?period=2023&region=350600&by=region", as: leader).json
        #expect(json["results"]?.array?.first?["quantity"] == .number("570"))
        let county = json["groups"]?.array?.first { $0["key"]?.string == "350602" }
        #expect(county?["results"]?.array?.first?["name"]?.string == "增殖放流")
        let sheet = try await counter.get("/v1/figures?period=2023&region=350600&format=csv", as: leader)
        #expect(sheet.text.contains("修复成果:增殖放流(尾),570,0,570"), "\(sheet.text)")
      }
    }
  }
}
