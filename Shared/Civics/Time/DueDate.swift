public import FoundationEssentials

/// The end of a period, with how it was reached.
public struct DueDate: Hashable, Sendable {
  /// The day the period started; it is not counted.
  public let start: CivilDate
  /// The last day of the period, rolled past rest days where the period says so: the date a citizen may rely on.
  public let date: CivilDate
  /// The last day before rolling. Bureaus work towards this earlier date; rolling by 民法典 第二百零三条 is an analogy in
  /// administrative matters.
  public let internalDate: CivilDate
  /// True when a year without an announced calendar was touched: compute again when it is announced.
  public let isProvisional: Bool
  /// How the date was reached, in order.
  public let steps: [DueDateStep]

  /// 24:00 of ``date`` in Shanghai. What happens at or after this instant is late.
  public var instant: Date { ShanghaiTime.end(of: date) }
  /// 24:00 of ``internalDate`` in Shanghai.
  public var internalInstant: Date { ShanghaiTime.end(of: internalDate) }

  /// The steps as sentences, for a person who asks why.
  public var derivation: [String] { steps.map(\.description) }

  init(
    start: CivilDate, counted: CalendarStep, rollsForward: Bool, calendar: WorkingCalendar, steps: [DueDateStep]
  ) {
    let rolled = rollsForward ? calendar.rollingForward(counted.day) : counted
    var steps = steps
    if rolled.day != counted.day { steps.append(.rolledForward(from: counted.day, to: rolled.day)) }
    let isProvisional = counted.isProvisional || rolled.isProvisional
    if isProvisional { steps.append(.calendarNotAnnounced(rolled.day)) }
    steps.append(.endsAtMidnight(rolled.day))
    self.start = start
    self.date = rolled.day
    self.internalDate = counted.day
    self.isProvisional = isProvisional
    self.steps = steps
  }
}
