import Civics
import Contracts
import FoundationEssentials

/// A day that comes round every month, such as the consultation day for enterprises (企业环保咨询日).
struct RecurringDay: Sendable, Equatable {
  let code: String
  let kind: BroadcastKind
  /// The day of the month; the last where the month is shorter. A rest day moves on to the next working day.
  let monthDay: Int
  /// Minutes since midnight in Shanghai.
  let start: Int
  let end: Int
  /// How long before it is announced.
  let lead: Duration
  let audience: MessageAudience
  let title: String
  let place: String

  /// The first of these days that is announced after an instant: when it is announced, and when it begins and ends.
  func next(
    after instant: Date, calendar: WorkingCalendar
  ) -> (announced: Date, starts: Date, ends: Date) {
    var month = ShanghaiTime.day(of: instant)
    while true {
      let day = self.day(in: month, calendar: calendar)
      let starts = ShanghaiTime.instant(day, minute: start)
      let announced = starts.addingTimeInterval(-lead.inSeconds)
      if announced > instant || month.year >= 9_998 {
        return (announced, starts, ShanghaiTime.instant(day, minute: end))
      }
      month = month.adding(days: CivilDate.daysInMonth(year: month.year, month: month.month) - month.day + 1)
    }
  }

  private func day(in month: CivilDate, calendar: WorkingCalendar) -> CivilDate {
    let last = CivilDate.daysInMonth(year: month.year, month: month.month)
    var day = CivilDate(year: month.year, month: month.month, day: min(monthDay, last)) ?? month
    for _ in 0..<31 where !calendar.isWorkingDay(day) { day = day.next }
    return day
  }
}
