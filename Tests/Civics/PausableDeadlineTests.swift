import Civics
import Testing

@Suite struct PausableDeadlineTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func pause(_ from: String, _ to: String?) throws -> Pause {
    Pause(from: try day(from), to: try to.map { try day($0) }, reason: "hearing")
  }

  private func due(
    _ start: String, _ period: LegalPeriod, extensions: [LegalPeriod] = [], pauses: [Pause] = []
  ) throws -> String? {
    PausableDeadline(start: try day(start), period: period, extensions: extensions, pauses: pauses)
      .state().dueDate?.date.description
  }

  @Test("without pauses it is the plain period")
  func plain() throws {
    #expect(try due("2025-01-20", .calendarDays(15)) == "2025-02-05")
    #expect(try due("2025-09-26", .workingDays(10)) == "2025-10-16")
    #expect(try due("2023-11-30", .months(3)) == "2024-02-29")
  }

  @Test("sixty days and an extension of thirty are ninety, although the sixtieth rolls")
  func extended() throws {
    // 2024-03-05 + 60 = 2024-05-04, a rest day that rolls to 05-06; + 30 counts from 05-04.
    #expect(try due("2024-03-05", .calendarDays(60)) == "2024-05-06")
    #expect(try due("2024-03-05", .calendarDays(60), extensions: [.calendarDays(30)]) == "2024-06-03")
  }

  @Test("a pause adds its days; the day it begins still runs")
  func pauses() throws {
    #expect(try due("2024-03-01", .calendarDays(10), pauses: [try pause("2024-03-04", "2024-03-09")]) == "2024-03-18")
    #expect(
      try due("2024-03-01", .calendarDays(10, rollForward: false), pauses: [try pause("2024-03-04", "2024-03-09")])
        == "2024-03-16")
    #expect(try due("2024-03-01", .calendarDays(10), pauses: [try pause("2024-03-04", "2024-03-04")]) == "2024-03-11")
  }

  @Test("a pause over a weekend stops only the working days in it")
  func weekend() throws {
    // Friday to Monday: one working day lost, not three.
    #expect(try due("2024-03-06", .workingDays(5)) == "2024-03-13")
    #expect(try due("2024-03-06", .workingDays(5), pauses: [try pause("2024-03-08", "2024-03-11")]) == "2024-03-14")
  }

  @Test("overlapping pauses count once, and their order does not matter")
  func overlap() throws {
    let pauses = [
      try pause("2024-03-06", "2024-03-12"), try pause("2024-03-04", "2024-03-08"),
      try pause("2024-03-05", "2024-03-06"),
    ]
    let once = [try pause("2024-03-04", "2024-03-12")]
    let period = LegalPeriod.calendarDays(10, rollForward: false)
    #expect(try due("2024-03-01", period, pauses: pauses) == (try due("2024-03-01", period, pauses: once)))
    #expect(try due("2024-03-01", period, pauses: pauses) == "2024-03-19")
  }

  @Test("what lies before the start or after the end changes nothing")
  func outside() throws {
    let period = LegalPeriod.calendarDays(10, rollForward: false)
    #expect(try due("2024-03-01", period, pauses: [try pause("2024-02-01", "2024-02-20")]) == "2024-03-11")
    #expect(try due("2024-03-01", period, pauses: [try pause("2024-03-12", "2024-03-20")]) == "2024-03-11")
    #expect(try due("2024-03-01", period, pauses: [try pause("2024-02-01", "2024-03-03")]) == "2024-03-13")
  }

  @Test("a period that moved on past rest days runs until the day it moved to, and a pause may begin there")
  func rolled() throws {
    // 2024-03-05 + 60 = Saturday 2024-05-04, which moves past the holidays to Monday 05-06.
    let sixty = LegalPeriod.calendarDays(60)
    #expect(try due("2024-03-05", sixty) == "2024-05-06")
    // From Sunday on it stands for fifteen days; Monday was left, so one day is left after it.
    #expect(try due("2024-03-05", sixty, pauses: [try pause("2024-05-05", "2024-05-20")]) == "2024-05-21")
    // On its very last day nothing is left but the end of the day.
    #expect(try due("2024-03-05", sixty, pauses: [try pause("2024-05-06", "2024-05-20")]) == "2024-05-20")
    #expect(try due("2024-03-05", sixty, pauses: [try pause("2024-05-07", "2024-05-20")]) == "2024-05-06")
    // Without moving on there is no such day.
    let plain = LegalPeriod.calendarDays(60, rollForward: false)
    #expect(try due("2024-03-05", plain, pauses: [try pause("2024-05-05", "2024-05-20")]) == "2024-05-04")
    let open = PausableDeadline(start: try day("2024-03-05"), period: sixty, pauses: [try pause("2024-05-05", nil)])
    #expect(
      open.state() == .paused(since: try day("2024-05-05"), reason: "hearing", remaining: .calendarDays(1)))
    let steps = PausableDeadline(
      start: try day("2024-03-05"), period: sixty, pauses: [try pause("2024-05-05", "2024-05-20")]
    ).state().dueDate?.derivation
    #expect(steps?.contains { $0.hasPrefix("2024-05-04 is a rest day") } == true)
  }

  @Test("a pause that only the first one made possible counts")
  func chained() throws {
    let pauses = [try pause("2024-03-05", "2024-03-10"), try pause("2024-03-13", "2024-03-15")]
    #expect(try due("2024-03-01", .calendarDays(10, rollForward: false), pauses: pauses) == "2024-03-18")
  }

  @Test("an open pause has no due date but knows what is left")
  func open() throws {
    let deadline = PausableDeadline(
      start: try day("2024-03-01"), period: .calendarDays(10), pauses: [try pause("2024-03-04", nil)])
    #expect(
      deadline.state() == .paused(since: try day("2024-03-04"), reason: "hearing", remaining: .calendarDays(7)))
    let working = PausableDeadline(
      start: try day("2024-03-06"), period: .workingDays(5), pauses: [try pause("2024-03-08", nil)])
    #expect(working.state() == .paused(since: try day("2024-03-08"), reason: "hearing", remaining: .workingDays(3)))
  }

  @Test("the pause is part of the derivation")
  func derivation() throws {
    let deadline = PausableDeadline(
      start: try day("2024-03-01"), period: .calendarDays(10), pauses: [try pause("2024-03-04", "2024-03-09")])
    let steps = try #require(deadline.state().dueDate).derivation
    #expect(steps.contains("paused 2024-03-04 to 2024-03-09 (hearing): 5 days not counted, ends on 2024-03-16"))
  }
}
