/// One step of the way to a due date.
public enum DueDateStep: Hashable, Sendable, CustomStringConvertible {
  /// The day the period starts is not counted (民法典 第二百零一条第一款).
  case firstDayNotCounted(CivilDate)
  /// The period was counted to this day.
  case counted(LegalPeriod, through: CivilDate)
  /// The month has no corresponding day, so its last day counts (民法典 第二百零二条).
  case noCorrespondingDay(lastDay: CivilDate)
  /// The clock stood still: `amount` days (working days in a period of working days) were added.
  case paused(Pause, amount: Int, through: CivilDate)
  /// An approved extension was counted on from the day reached.
  case extended(LegalPeriod, through: CivilDate)
  /// The last day is a rest day (民法典 第二百零三条第一款).
  case rolledForward(from: CivilDate, to: CivilDate)
  /// The calendar of a year on the way is not announced; plain weekends were assumed.
  case calendarNotAnnounced(CivilDate)
  /// The last day ends at 24:00 (民法典 第二百零三条第二款).
  case endsAtMidnight(CivilDate)

  public var description: String {
    switch self {
    case .firstDayNotCounted(let day):
      "starts on \(day), which is not counted (民法典 第二百零一条)"
    case .counted(let period, let day):
      "\(period) end on \(day)"
    case .noCorrespondingDay(let day):
      "the month has no corresponding day, so its last day \(day) counts (民法典 第二百零二条)"
    case .paused(let pause, let amount, let day):
      "paused \(pause.from) to \(pause.to.map(\.description) ?? "now") (\(pause.reason)): \(amount) days not counted, "
        + "ends on \(day)"
    case .extended(let period, let day):
      "extended by \(period) to \(day)"
    case .rolledForward(let from, let to):
      "\(from) is a rest day, so the period ends on the next working day \(to) (民法典 第二百零三条)"
    case .calendarNotAnnounced(let day):
      "provisional: the holidays of a year up to \(day.year) are not announced, plain weekends were assumed"
    case .endsAtMidnight(let day):
      "ends at 24:00 on \(day) in Shanghai (民法典 第二百零三条)"
    }
  }
}
