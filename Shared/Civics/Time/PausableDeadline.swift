/// A legal clock that may stand still and may be extended. It is derived from facts alone — start, period, extensions,
/// pauses — so that nothing is lost when a rule, a calendar or a pause is corrected: compute again.
public struct PausableDeadline: Hashable, Sendable {
  /// The day the period starts; it is not counted.
  public let start: CivilDate
  /// The period.
  public let period: LegalPeriod
  /// Approved extensions, each counted on from the unrolled end before it, so that 60 + 30 days are 90.
  public let extensions: [LegalPeriod]
  /// Pauses in any order; they may overlap and may lie wholly or partly outside the period.
  public let pauses: [Pause]

  public init(start: CivilDate, period: LegalPeriod, extensions: [LegalPeriod] = [], pauses: [Pause] = []) {
    self.start = start
    self.period = period
    self.extensions = extensions
    self.pauses = pauses
  }

  /// When the clock runs out, or that it stands.
  public func state(calendar: WorkingCalendar = .builtIn) -> DeadlineState {
    var steps: [DueDateStep] = [.firstDayNotCounted(start)]
    var end = period.counting(from: start, calendar: calendar)
    steps.append(.counted(period, through: end.day))
    if case .months = period, end.day.day != start.day { steps.append(.noCorrespondingDay(lastDay: end.day)) }
    for extra in extensions {
      let further = extra.counting(from: end.day, calendar: calendar)
      end = CalendarStep(day: further.day, isProvisional: end.isProvisional || further.isProvisional)
      steps.append(.extended(extra, through: end.day))
    }
    var stoodUntil = start
    let rolls = (extensions.last ?? period).rollsForward
    for pause in pauses.sorted(by: { $0.from < $1.from }) {
      // A period whose last day moved on past rest days has not ended on them (民法典 第二百零三条): a pause may still begin
      // there, and what stands still from then on is the day it moved to.
      if pause.from > end.day {
        let last = rolls ? calendar.rollingForward(end.day) : end
        guard pause.from <= last.day else { continue }
        steps.append(.rolledForward(from: end.day, to: last.day))
        end = CalendarStep(day: last.day, isProvisional: end.isProvisional || last.isProvisional)
      }
      let from = Swift.max(pause.from, stoodUntil)
      guard let to = pause.to else {
        return .paused(since: from, reason: pause.reason, remaining: left(from, end.day, calendar))
      }
      guard to > from else { continue }
      let amount = amount(after: from, through: to, calendar: calendar)
      let shifted = shift(end.day, by: amount, calendar: calendar)
      end = CalendarStep(day: shifted.day, isProvisional: end.isProvisional || shifted.isProvisional)
      stoodUntil = to
      steps.append(.paused(pause, amount: amount, through: end.day))
    }
    return .due(DueDate(start: start, counted: end, rollsForward: rolls, calendar: calendar, steps: steps))
  }

  private var countsWorkingDays: Bool {
    if case .workingDays = period { true } else { false }
  }

  private func amount(after from: CivilDate, through to: CivilDate, calendar: WorkingCalendar) -> Int {
    countsWorkingDays ? calendar.workingDays(after: from, through: to) : to.days(since: from)
  }

  private func shift(_ day: CivilDate, by amount: Int, calendar: WorkingCalendar) -> CalendarStep {
    countsWorkingDays
      ? calendar.adding(workingDays: amount, to: day)
      : CalendarStep(day: day.adding(days: amount), isProvisional: false)
  }

  private func left(_ from: CivilDate, _ end: CivilDate, _ calendar: WorkingCalendar) -> LegalPeriod {
    let amount = Swift.max(amount(after: from, through: end, calendar: calendar), 0)
    return countsWorkingDays ? .workingDays(amount) : .calendarDays(amount, rollForward: period.rollsForward)
  }
}
