import Contracts
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("Periods that stand")
struct SuspensionTests {
  private func filed(_ walk: inout CaseWalk) throws -> Date {
    try walk.take(Check(damaged: true))
    try walk.take(ServeNotice(method: .direct))
    return try #require(walk.compensation.nextDue).due
  }

  @Test("three months from the end of a month end with the last day of theirs, a Saturday only where it is worked")
  func monthEnd() throws {
    for (filed, due) in [
      // 28 February 2026 is a Saturday that is worked, that of 2025 a Friday, 29 February 2024 a Thursday.
      (try Fixtures.instant(2025, 11, 30), try Fixtures.instant(2026, 3, 1, hour: 0)),
      (try Fixtures.instant(2024, 11, 30), try Fixtures.instant(2025, 3, 1, hour: 0)),
      (try Fixtures.instant(2023, 11, 30), try Fixtures.instant(2024, 3, 1, hour: 0)),
      (try Fixtures.instant(2025, 2, 28), try Fixtures.instant(2025, 5, 29, hour: 0)),
      // 30 November 2025, the last day of its month, is a Sunday: the period ends with Monday.
      (try Fixtures.instant(2025, 8, 31), try Fixtures.instant(2025, 12, 2, hour: 0)),
    ] {
      var walk = try CaseWalk(opened: filed)
      try walk.take(Check(damaged: true))
      let close = try #require(walk.compensation.file.deadlines.last { $0.kind == .close })
      #expect(close.dueDate.due == due, "\(filed)")
    }
  }

  @Test("the days of an approved suspension are not counted, and the end moves by them")
  func days() throws {
    var walk = try CaseWalk(opened: try Fixtures.instant(2026, 3, 2))
    let due = try filed(&walk)
    // Three months from 2 March: 2 June, a Tuesday.
    #expect(due == (try Fixtures.instant(2026, 6, 3, hour: 0)))
    try walk.wait(until: try Fixtures.instant(2026, 4, 1))
    let suspended = try walk.take(Suspend(reason: .appraisal, explanation: "司法鉴定")).first as? CompensationSuspended
    #expect(suspended?.paused.map(\.due) == [due] && suspended?.resumeBy != nil)
    #expect(walk.compensation.state.suspended == true)
    try walk.wait(until: try Fixtures.instant(2026, 6, 10))
    #expect(!walk.told.contains { $0 is CompensationOverdue }, "a clock that stands does not run out")
    let resumed = try walk.take(Resume()).first as? CompensationResumed
    // Seventy days stood: 1 April to 10 June; 2 June + 70 days = 11 August.
    #expect(resumed?.dueDates.map(\.due) == [try Fixtures.instant(2026, 8, 12, hour: 0)])
    try walk.wait(until: try Fixtures.instant(2026, 8, 12, hour: 0))
    #expect(walk.told.filter { $0 is CompensationOverdue }.count == 1)
  }

  @Test("a case cannot stand twice at once, nor for a reason that is not listed, nor once everything ran out")
  func refused() throws {
    var walk = try CaseWalk(opened: try Fixtures.instant(2026, 3, 2))
    #expect(throws: CompensationError.self) { try walk.take(Suspend(reason: .court)) }
    let due = try filed(&walk)
    #expect(throws: CompensationError.self) { try walk.take(Resume()) }
    try walk.take(Suspend(reason: .court))
    #expect(throws: CompensationError.self) { try walk.take(Suspend(reason: .court)) }
    try walk.take(Resume())
    try walk.wait(until: due.addingTimeInterval(1))
    #expect(throws: CompensationError.self) { try walk.take(Suspend(reason: .court)) }
  }

  @Test("a suspension that is never lifted is told of")
  func forgotten() throws {
    var walk = try CaseWalk(opened: try Fixtures.instant(2026, 3, 2))
    _ = try filed(&walk)
    try walk.take(Suspend(reason: .restoration))
    try walk.wait(until: try Fixtures.instant(2026, 12, 31))
    let overdue = walk.told.compactMap { $0 as? CompensationOverdue }
    #expect(overdue.map(\.missed.rule) == ["compensation.suspension"])
  }

  @Test("two suspensions add up, and one lifted on its own day adds nothing")
  func several() throws {
    var walk = try CaseWalk(opened: try Fixtures.instant(2026, 3, 2))
    _ = try filed(&walk)
    for (from, to) in [((4, 1), (4, 11)), ((4, 20), (4, 20)), ((5, 1), (5, 6))] {
      try walk.wait(until: try Fixtures.instant(2026, from.0, from.1))
      try walk.take(Suspend(reason: .forceMajeure))
      try walk.wait(until: try Fixtures.instant(2026, to.0, to.1, hour: 10))
      try walk.take(Resume())
    }
    // 2 June + 15 days = 17 June, a Wednesday.
    #expect(walk.compensation.nextDue?.due == (try Fixtures.instant(2026, 6, 18, hour: 0)))
  }
}
