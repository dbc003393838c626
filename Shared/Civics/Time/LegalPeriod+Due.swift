public import FoundationEssentials

extension LegalPeriod {
  /// When a period that starts to run at an instant ends. The start's day in Shanghai is the first day, which is not
  /// counted.
  public func due(from start: Date, calendar: WorkingCalendar = .builtIn) -> DueDate {
    due(from: ShanghaiTime.day(of: start), calendar: calendar)
  }

  /// When a period that starts to run on a day ends.
  public func due(from start: CivilDate, calendar: WorkingCalendar = .builtIn) -> DueDate {
    var steps: [DueDateStep] = []
    steps.reserveCapacity(5)
    steps.append(.firstDayNotCounted(start))
    let counted = counting(from: start, calendar: calendar)
    steps.append(.counted(self, through: counted.day))
    if case .months = self, counted.day.day != start.day { steps.append(.noCorrespondingDay(lastDay: counted.day)) }
    return DueDate(start: start, counted: counted, rollsForward: rollsForward, calendar: calendar, steps: steps)
  }

  /// The last day of the period before it rolls forward.
  func counting(from start: CivilDate, calendar: WorkingCalendar) -> CalendarStep {
    switch self {
    case .calendarDays(let count, _): CalendarStep(day: start.adding(days: Swift.max(count, 0)), isProvisional: false)
    case .months(let count, _): CalendarStep(day: start.adding(months: Swift.max(count, 0)), isProvisional: false)
    case .workingDays(let count): calendar.adding(workingDays: count, to: start)
    }
  }
}
