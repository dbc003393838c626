import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit
import ServiceSupport
import Testing

@testable import Scoring

@Suite("Results are public in time")
struct ResultTests {
  private let caller = Caller(subject: "wang", requestId: "test", traceParent: nil)

  /// A draw of the first quarter with these units, all special.
  private func drawn(_ count: Int, _ desk: Desk) async throws -> UUID {
    let inspections = desk.application.inspections
    for number in 0..<count {
      let form = try UnitForm(json: ["region": "610115", "inspectionClass": "key"], path: "body")
      _ = try await desk.runner.run { work in
        try await inspections.keepRegisters.unit(
          "site:610115:unit\(number)", form, by: caller, work: work, check: { _ in })
      }
    }
    for number in 0..<2 {
      let form = try InspectorForm(json: ["region": "610115"], path: "body")
      _ = try await desk.runner.run { work in
        try await inspections.keepRegisters.inspector(
          "i\(number)", form, by: caller, work: work, check: { _ in })
      }
    }
    return try await desk.runner.run { work in
      let quarter = FigurePeriod(quarterOf: work.now)
      let draw = try await inspections.prepareDraw.commit(
        region: "610115", level: .county, quarter: quarter, by: "wang", work: work)
      let made = try await inspections.makeDraw(draw.id, without: [], by: caller, work: work, authorise: { _ in })
      return try #require(made).draw.id
    }
  }

  @Test func `a result nobody publishes goes out by itself before its twenty working days end`() async throws {
    try await Desk.with(at: try Fixtures.instant(2025, 7, 1), profile: "lintong") { desk in
      let id = try await drawn(4, desk)
      let subject = try #require(
        try await desk.runner.read { try await AssignmentStore.all(of: id, on: $0) }.first?.subject)
      let inspected = try Fixtures.instant(2025, 7, 4)
      desk.clock.move(to: inspected)
      try await desk.take([Fixtures.inspection("JC-1", ["DUST_UNCONTROLLED"], at: inspected, subject: subject)])
      let rules = try Fixtures.book("lintong")
      let due = try rules.rules(at: inspected).period("scoring.inspection.publication").due(
        from: inspected, calendar: rules.calendar)
      // 20 working days from Friday, 4 July.
      #expect(due.date == CivilDate("2025-08-01"))
      try await desk.move(to: due.instant.addingTimeInterval(-2 * 86_400))
      #expect(try await desk.told(InspectionResultPublished.self).isEmpty)
      try await desk.move(to: due.instant.addingTimeInterval(-1))
      let told = try await desk.told(InspectionResultPublished.self)
      #expect(told.map(\.subjectKey) == [subject] && told.first?.publishBy == due.instant)
      #expect(told.first?.problems == true && told.first?.factCodes == ["DUST_UNCONTROLLED"])
      #expect(told.first.map { $0.at < due.instant } == true && told.first?.inspectors.count == 2)
      try await Counter.with(desk) { counter in
        let list = try await counter.get("/v1/public/inspection-results?region=610100", as: nil)
        #expect(list.json["results"]?.array?.count == 1)
        #expect(
          try await counter.get("/v1/public/inspection-results?region=360000", as: nil).json["results"]?.array == [])
        #expect(try await counter.get("/v1/public/inspection-results?regin=1", as: nil).status == 422)
      }
    }
  }

  @Test func `a quarter that ends with units not inspected is told; one with all results is released by itself`()
    async throws
  {
    try await Desk.with(at: try Fixtures.instant(2026, 1, 5), profile: "lintong") { desk in
      let id = try await drawn(4, desk)
      #expect(try await desk.runner.read { try await AssignmentStore.progress(of: id, on: $0).open } == 1)
      try await desk.move(to: try Fixtures.instant(2026, 4, 1, hour: 0))
      let overdue = try #require(try await desk.told(InspectionDrawOverdue.self).first)
      #expect(overdue.open == 1 && overdue.quarter == "2026-Q1" && overdue.drawn == 1)
      let next = InspectionDraw.id(
        region: "610115", quarter: try #require(FigurePeriod("2026-Q2")))
      let inspections = desk.application.inspections
      let made = try await desk.runner.run { work in
        try await inspections.makeDraw(next, without: [], by: caller, work: work, authorise: { _ in })
      }
      for assignment in try #require(made).assignments {
        try await desk.take([
          Fixtures.inspection("JC \(assignment.rank)", [], at: desk.clock.now, subject: assignment.subject)
        ])
      }
      try await desk.move(to: try Fixtures.instant(2026, 7, 1, hour: 0))
      let draw = try #require(try await desk.runner.read { try await DrawStore.find(next, on: $0) })
      #expect(draw.status == .released)
      let numbers = try await desk.sequences(of: next.lowercased)
      #expect(numbers == Array(1...Int64(numbers.count)))
      // The third quarter's draw was committed to with the second's, and nobody made it.
      try await desk.move(to: try Fixtures.instant(2026, 10, 1, hour: 0))
      let missed = try #require(try await desk.told(InspectionDrawOverdue.self).last)
      #expect(missed.quarter == "2026-Q3" && missed.drawn == 0 && missed.open == 0)
    }
  }
}
