import Civics
import FoundationEssentials
import Testing

@Suite struct ShanghaiTimeTests {
  @Test("a day ends at 24:00 in Shanghai, which is 16:00 UTC and already the next day")
  func endOfDay() throws {
    let day = try #require(CivilDate("2024-02-21"))
    let end = ShanghaiTime.end(of: day)
    #expect(end == Date(timeIntervalSince1970: 1_708_531_200))
    #expect(ShanghaiTime.day(of: end) == day.next)
    #expect(ShanghaiTime.day(of: end.addingTimeInterval(-0.001)) == day)
    #expect(ShanghaiTime.start(of: day) == end.addingTimeInterval(-86_400))
  }

  @Test("wall-clock times are eight hours ahead of UTC")
  func wallClock() throws {
    let day = try #require(CivilDate("1970-01-01"))
    #expect(ShanghaiTime.instant(day, hour: 8) == Date(timeIntervalSince1970: 0))
    #expect(ShanghaiTime.minuteOfDay(Date(timeIntervalSince1970: 59)) == 8 * 60)
    #expect(ShanghaiTime.minuteOfDay(Date(timeIntervalSince1970: -0.5)) == 8 * 60 - 1)
  }

  @Test(
    "instants beyond the calendar give its ends instead of trapping",
    arguments: [
      (Double.infinity, "9999-12-31"), (-Double.infinity, "0001-01-01"), (Double.nan, "0001-01-01"),
      (1e300, "9999-12-31"), (8.64e12, "9999-12-31"),
    ])
  func extremes(seconds: Double, day: String) {
    let instant = Date(timeIntervalSince1970: seconds)
    #expect(ShanghaiTime.day(of: instant).description == day)
    #expect((0..<1_440).contains(ShanghaiTime.minuteOfDay(instant)))
  }
}
