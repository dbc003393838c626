/// The announced exceptions of one year: the arrangement of holidays and make-up days that the State Council's office
/// publishes in the autumn before (国务院办公厅关于部分节假日安排的通知).
///
/// Only exceptions are listed: `working` are Saturdays and Sundays that are worked, `rest` are weekdays that are free.
public struct WorkingCalendarYear: Hashable, Sendable {
  /// The year the plan is for.
  public let year: Int
  /// Saturdays and Sundays that are working days, ascending.
  public let working: [CivilDate]
  /// Mondays to Fridays that are rest days, ascending.
  public let rest: [CivilDate]
  /// Where the plan was announced.
  public let source: String

  /// Refuses days of another year, and exceptions that are none (a working day that is a weekday anyhow, a rest day that
  /// falls on a weekend): each is a sign of a misread notice.
  public init(
    year: Int, working: [CivilDate], rest: [CivilDate], source: String
  ) throws(WorkingCalendarError) {
    guard (1...9999).contains(year) else { throw .yearOutOfRange(year) }
    for day in working + rest where day.year != year { throw .dayOfAnotherYear(day, year: year) }
    for day in working where !day.weekday.isWeekend { throw .notAnException(day, listedAs: "working") }
    for day in rest where day.weekday.isWeekend { throw .notAnException(day, listedAs: "rest") }
    for days in [working, rest] where Set(days).count != days.count {
      throw .listedTwice(days.first { day in days.filter { $0 == day }.count > 1 } ?? .min)
    }
    self.init(checked: year, working: working, rest: rest, source: source)
  }

  init(checked year: Int, working: [CivilDate], rest: [CivilDate], source: String) {
    self.year = year
    self.working = working.sorted()
    self.rest = rest.sorted()
    self.source = source
  }

  /// The number of working days of the year.
  public var workingDayCount: Int {
    let first = CivilDate.days(year: year, month: 1, day: 1)
    let length = CivilDate.isLeap(year) ? 366 : 365
    let weekdays = (first..<(first + length)).count { !CivilDate(daysSinceEpoch: $0).weekday.isWeekend }
    return weekdays + working.count - rest.count
  }
}
