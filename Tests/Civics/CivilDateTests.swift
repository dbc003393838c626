import Civics
import Testing

@Suite struct CivilDateTests {
  @Test("every day of four centuries survives the way to its parts and back, and weekdays follow each other")
  func roundTrip() throws {
    let first = try #require(CivilDate("1900-01-01"))
    var expected = Weekday.monday
    var previous = first.previous
    for offset in 0..<146_097 {
      let day = first.adding(days: offset)
      let (year, month, dayOfMonth) = day.parts
      // One expectation for all: an expectation a day would take a minute.
      guard CivilDate(year: year, month: month, day: dayOfMonth) == day, day.weekday == expected, day > previous else {
        Issue.record("\(day), after \(previous), is \(day.weekday)")
        return
      }
      previous = day
      expected = Weekday(rawValue: expected.rawValue % 7 + 1) ?? .monday
    }
  }

  @Test(
    "text is exactly YYYY-MM-DD of a day that exists",
    arguments: ["2024-02-29", "0001-01-01", "9999-12-31", "2023-12-09"])
  func reads(text: String) throws {
    #expect(try #require(CivilDate(text)).description == text)
  }

  @Test(
    "text that is no day is refused",
    arguments: ["2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "2024/01/01", "２０２４-01-01", "", "0000-01-01"])
  func refuses(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(
    "months end on the corresponding day or the last of the month",
    arguments: [
      ("2023-11-30", 3, "2024-02-29"), ("2024-11-30", 3, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-08-15", 5, "2025-01-15"), ("2024-03-31", -1, "2024-02-29"),
    ])
  func months(start: String, months: Int, end: String) throws {
    #expect(try #require(CivilDate(start)).adding(months: months).description == end)
  }

  @Test("arithmetic stops at the ends of the calendar instead of trapping")
  func saturates() {
    #expect(CivilDate.max.adding(days: .max) == .max)
    #expect(CivilDate.min.adding(days: .min) == .min)
    #expect(CivilDate.max.adding(months: .max) == .max)
    #expect(CivilDate.min.adding(months: .min) == .min)
    #expect(CivilDate.max.adding(months: 1) == .max)
    #expect(CivilDate.max.description == "9999-12-31")
    #expect(CivilDate.min.description == "0001-01-01")
    #expect(CivilDate.max.next == .max)
  }
}
