import Civics
import FoundationEssentials
import Testing

@Suite struct LegalPeriodTests {
  @Test(
    "working days, the start not counted",
    arguments: [
      ("2024-02-08", 5, "2024-02-21"), ("2024-02-08", 10, "2024-02-28"), ("2024-04-30", 10, "2024-05-16"),
      ("2025-01-24", 5, "2025-02-07"), ("2025-01-24", 10, "2025-02-13"), ("2025-09-26", 10, "2025-10-16"),
      ("2026-02-13", 10, "2026-03-05"), ("2023-12-29", 10, "2024-01-15"),
    ])
  func workingDays(start: String, count: Int, end: String) throws {
    let due = LegalPeriod.workingDays(count).due(from: try #require(CivilDate(start)))
    #expect(due.date.description == end)
    #expect(due.internalDate == due.date)
    #expect(!due.isProvisional)
  }

  @Test(
    "calendar days and months roll past rest days, and the unrolled day stays known",
    arguments: [
      ("15 days", "2024-02-15", "2024-03-01", "2024-03-01"),
      ("60 days", "2024-02-15", "2024-04-15", "2024-04-15"),
      ("15 days", "2025-01-20", "2025-02-05", "2025-02-04"),
      ("15 days, not rolled forward", "2025-01-20", "2025-02-04", "2025-02-04"),
      ("3 months", "2023-11-30", "2024-02-29", "2024-02-29"),
      ("3 months", "2024-11-30", "2025-02-28", "2025-02-28"),
      // A Sunday that is a working day is no rest day: nothing rolls.
      ("15 days", "2024-02-03", "2024-02-18", "2024-02-18"),
      // A Saturday before National Day's make-up Sunday rolls to that Sunday only.
      ("1 day", "2025-09-26", "2025-09-28", "2025-09-27"),
      // New Year's Eve of 2024 is worked.
      ("30 days", "2024-01-10", "2024-02-09", "2024-02-09"),
      ("3 months", "2025-07-01", "2025-10-09", "2025-10-01"),
      ("0 days", "2024-02-15", "2024-02-18", "2024-02-15"),
    ])
  func rolling(period: String, start: String, date: String, internalDate: String) throws {
    let due = try #require(LegalPeriod(period)).due(from: try #require(CivilDate(start)))
    #expect(due.date.description == date)
    #expect(due.internalDate.description == internalDate)
  }

  @Test("the insurer pays within ten working days over National Day, make-up days counted")
  func insurance() throws {
    let met = ShanghaiTime.instant(try #require(CivilDate("2025-09-26")), hour: 16)
    let due = LegalPeriod.workingDays(10).due(from: met)
    #expect(due.date.description == "2025-10-16")
    #expect(due.instant == ShanghaiTime.instant(try #require(CivilDate("2025-10-16")), hour: 24))
  }

  @Test("the day of the start is Shanghai's: 16:30 UTC is already tomorrow")
  func zone() {
    let late = Date(timeIntervalSince1970: 1_708_014_600)  // 2024-02-15 16:30 UTC
    #expect(LegalPeriod.calendarDays(15).due(from: late).start.description == "2024-02-16")
    #expect(LegalPeriod.calendarDays(15).due(from: late.addingTimeInterval(-3_600)).date.description == "2024-03-01")
  }

  @Test("a date in a year without a calendar is provisional; one that cannot move is not")
  func provisional() throws {
    let start = try #require(CivilDate("2026-12-20"))
    #expect(LegalPeriod.calendarDays(15).due(from: start).isProvisional)
    #expect(LegalPeriod.workingDays(10).due(from: start).isProvisional)
    #expect(!LegalPeriod.calendarDays(15, rollForward: false).due(from: start).isProvisional)
    #expect(!LegalPeriod.calendarDays(11).due(from: start).isProvisional)
  }

  @Test("every step is told")
  func derivation() throws {
    let due = LegalPeriod.calendarDays(15).due(from: try #require(CivilDate("2025-01-20")))
    #expect(
      due.derivation == [
        "starts on 2025-01-20, which is not counted (民法典 第二百零一条)",
        "15 days end on 2025-02-04",
        "2025-02-04 is a rest day, so the period ends on the next working day 2025-02-05 (民法典 第二百零三条)",
        "ends at 24:00 on 2025-02-05 in Shanghai (民法典 第二百零三条)",
      ])
    let month = LegalPeriod.months(3).due(from: try #require(CivilDate("2023-11-30")))
    #expect(month.steps.contains(.noCorrespondingDay(lastDay: month.internalDate)))
  }

  @Test(
    "text is read and printed alike",
    arguments: ["15 days", "1 day", "5 working days", "3 months", "1 month, not rolled forward"])
  func text(text: String) throws {
    #expect(try #require(LegalPeriod(text)).description == text)
  }

  @Test(
    "text that is no period is refused",
    arguments: [
      "", "days", "-1 days", "15", "15  days", "15 weeks", "99999999999999999999 days", "36601 days", "五 days",
      "5 working days, not rolled forward", "+5 days",
    ])
  func refused(text: String) {
    #expect(LegalPeriod(text) == nil)
  }

  @Test("absurd counts end at the end of the calendar")
  func absurd() {
    #expect(LegalPeriod.calendarDays(.max).due(from: .min).date == .max)
    #expect(LegalPeriod.months(.max).due(from: .min).date == .max)
    #expect(LegalPeriod.calendarDays(.min, rollForward: false).due(from: .min).date == .min)
  }
}
