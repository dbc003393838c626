import Civics
import Testing

@Suite struct WorkingCalendarTests {
  let calendar = WorkingCalendar.builtIn

  @Test(
    "the announced years have the announced number of working days",
    arguments: [(2023, 249), (2024, 251), (2025, 248), (2026, 248)])
  func counts(year: Int, count: Int) throws {
    let eve = try #require(CivilDate(year: year - 1, month: 12, day: 31))
    let last = try #require(CivilDate(year: year, month: 12, day: 31))
    #expect(calendar.workingDays(after: eve, through: last) == count)
    #expect(calendar.years.first { $0.year == year }?.workingDayCount == count)
    #expect(calendar.isKnown(year: year))
  }

  @Test(
    "days that surprise",
    arguments: [
      ("2024-02-09", true),  // New Year's Eve of 2024 is legally worked
      ("2025-01-28", false),  // since 2025 it is not
      ("2024-02-18", true), ("2023-01-28", true), ("2025-09-28", true), ("2025-10-11", true), ("2026-01-04", true),
      ("2024-02-10", false), ("2025-10-08", false), ("2026-10-07", false), ("2024-10-12", true), ("2024-10-13", false),
    ])
  func surprises(text: String, worked: Bool) throws {
    let day = try #require(CivilDate(text))
    #expect(calendar.isWorkingDay(day) == worked)
    #expect(!calendar.isProvisional(day))
  }

  @Test("a year without a plan has plain weekends and says that it is provisional")
  func unknownYear() throws {
    let friday = try #require(CivilDate("2027-10-01"))
    #expect(calendar.isWorkingDay(friday))
    #expect(calendar.isProvisional(friday))
    #expect(!calendar.isWorkingDay(try #require(CivilDate("2022-12-31"))))
    let step = calendar.adding(workingDays: 2, to: try #require(CivilDate("2026-12-31")))
    #expect(step.day.description == "2027-01-04")
    #expect(step.isProvisional)
    #expect(!calendar.adding(workingDays: 1, to: try #require(CivilDate("2026-12-30"))).isProvisional)
  }

  @Test("a plan announced later changes the answer and ends the doubt")
  func announced() throws {
    let plan = try WorkingCalendarYear(
      year: 2027, working: [], rest: [try #require(CivilDate("2027-01-01"))], source: "test")
    let updated = try calendar.replacing([plan])
    let start = try #require(CivilDate("2026-12-31"))
    #expect(calendar.adding(workingDays: 1, to: start).day.description == "2027-01-01")
    let step = updated.adding(workingDays: 1, to: start)
    #expect(step.day.description == "2027-01-04")
    #expect(!step.isProvisional)
    #expect(updated.years.count == 5)
  }

  @Test("years may leave gaps, and the gap is provisional")
  func gap() throws {
    let plan = try WorkingCalendarYear(year: 2030, working: [], rest: [], source: "test")
    let updated = try calendar.replacing([plan])
    #expect(!updated.isKnown(year: 2028))
    #expect(updated.isKnown(year: 2030))
    #expect(!updated.isKnown(year: .min))
    #expect(!updated.isWorkingDay(try #require(CivilDate("2028-01-01"))))
    #expect(try !WorkingCalendar(years: []).isKnown(year: 2024))
  }

  @Test("a misread notice is refused")
  func misread() throws {
    let monday = try #require(CivilDate("2027-01-04"))
    let sunday = try #require(CivilDate("2027-01-03"))
    #expect(throws: WorkingCalendarError.notAnException(monday, listedAs: "working")) {
      try WorkingCalendarYear(year: 2027, working: [monday], rest: [], source: "test")
    }
    #expect(throws: WorkingCalendarError.notAnException(sunday, listedAs: "rest")) {
      try WorkingCalendarYear(year: 2027, working: [], rest: [sunday], source: "test")
    }
    #expect(throws: WorkingCalendarError.dayOfAnotherYear(monday, year: 2028)) {
      try WorkingCalendarYear(year: 2028, working: [], rest: [monday], source: "test")
    }
    #expect(throws: WorkingCalendarError.listedTwice(monday)) {
      try WorkingCalendarYear(year: 2027, working: [], rest: [monday, monday], source: "test")
    }
    #expect(throws: WorkingCalendarError.yearListedTwice(2024)) {
      try WorkingCalendar(years: calendar.years + calendar.years.filter { $0.year == 2024 })
    }
  }

  @Test("the end of time does not loop for ever")
  func endOfTime() {
    #expect(calendar.adding(workingDays: .max, to: CivilDate.max.adding(days: -10)).day == .max)
    #expect(calendar.rollingForward(.max).day == .max)
    #expect(calendar.adding(workingDays: -3, to: .min).day == .min)
  }
}
