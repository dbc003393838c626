/// A day found by a working calendar, and whether the finding may change.
public struct CalendarStep: Hashable, Sendable {
  /// The day found.
  public let day: CivilDate
  /// True when a year without an announced plan was touched on the way.
  public let isProvisional: Bool
}

extension WorkingCalendar {
  /// The `count`-th working day after a day; that day itself is not counted. With 0 (or fewer) it is the day itself.
  public func adding(workingDays count: Int, to start: CivilDate) -> CalendarStep {
    var day = start
    var remaining = count
    while remaining > 0, day < .max {
      day = day.next
      if isWorkingDay(day) { remaining -= 1 }
    }
    return CalendarStep(day: day, isProvisional: count > 0 && touchesUnknownYear(from: start.next, through: day))
  }

  /// The day itself when it is worked, else the next one that is
  /// (民法典 第二百零三条: 期间的最后一日是法定休假日的,以法定休假日结束的次日为期间的最后一日).
  public func rollingForward(_ start: CivilDate) -> CalendarStep {
    var day = start
    while !isWorkingDay(day), day < .max { day = day.next }
    return CalendarStep(day: day, isProvisional: touchesUnknownYear(from: start, through: day))
  }

  private func touchesUnknownYear(from first: CivilDate, through last: CivilDate) -> Bool {
    let firstYear = first.year
    let lastYear = Swift.max(last.year, firstYear)
    return (firstYear...lastYear).contains { !isKnown(year: $0) }
  }
}
