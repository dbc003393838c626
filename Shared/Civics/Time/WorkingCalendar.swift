/// Which days are worked. Known years follow their announced plan; a year whose plan is not announced yet has plain weekends,
/// and every answer that touched it is `provisional`: to be computed again once the plan is loaded.
///
/// A value of this type is cheap to copy and safe to share; asking it costs a few nanoseconds.
public struct WorkingCalendar: Hashable, Sendable {
  /// The announced plans, ascending by year.
  public let years: [WorkingCalendarYear]

  /// For each day from `firstDay` on: whether it is worked. Unknown years between known ones have plain weekends.
  private let worked: [Bool]
  private let firstDay: Int
  /// One flag for each year from `firstYear` on: whether its plan is known.
  private let known: [Bool]
  private let firstYear: Int

  /// Refuses two plans for one year. Plans may come in any order and may leave years out.
  public init(years: [WorkingCalendarYear]) throws(WorkingCalendarError) {
    let sorted = years.sorted { $0.year < $1.year }
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.year == right.year {
      throw .yearListedTwice(left.year)
    }
    self.init(sorted: sorted)
  }

  /// For the built-in years, which the tests check.
  init(builtIn plans: [WorkingCalendarYear]) {
    self.init(sorted: plans)
  }

  private init(sorted: [WorkingCalendarYear]) {
    years = sorted
    firstYear = sorted.first?.year ?? 0
    let lastYear = sorted.last?.year ?? -1
    let start = CivilDate.days(year: Swift.max(firstYear, 1), month: 1, day: 1)
    let end = sorted.isEmpty ? start : CivilDate.days(year: lastYear, month: 12, day: 31) + 1
    firstDay = start
    var known = [Bool](repeating: false, count: sorted.isEmpty ? 0 : lastYear - firstYear + 1)
    var worked = (start..<end).map { !CivilDate(daysSinceEpoch: $0).weekday.isWeekend }
    for plan in sorted {
      known[plan.year - firstYear] = true
      for day in plan.working { worked[day.daysSinceEpoch - start] = true }
      for day in plan.rest { worked[day.daysSinceEpoch - start] = false }
    }
    self.known = known
    self.worked = worked
  }

  /// Adds plans and replaces those of the same year: the way a newly announced year enters.
  public func replacing(_ plans: [WorkingCalendarYear]) throws(WorkingCalendarError) -> WorkingCalendar {
    let replaced = Set(plans.map(\.year))
    return try WorkingCalendar(years: years.filter { !replaced.contains($0.year) } + plans)
  }

  /// Whether the plan of this year is loaded.
  public func isKnown(year: Int) -> Bool {
    let index = year &- firstYear
    return known.indices.contains(index) && known[index]
  }

  /// Whether a day is worked; by plain weekends where its year is unknown.
  public func isWorkingDay(_ day: CivilDate) -> Bool {
    let index = day.daysSinceEpoch - firstDay
    return worked.indices.contains(index) ? worked[index] : !day.weekday.isWeekend
  }

  /// Whether an answer about this day may change when its year's plan is announced.
  public func isProvisional(_ day: CivilDate) -> Bool {
    !isKnown(year: day.year)
  }

  /// The number of working days in the days after `start` up to and including `end`; 0 when `end` is not after `start`.
  public func workingDays(after start: CivilDate, through end: CivilDate) -> Int {
    guard end > start else { return 0 }
    return ((start.daysSinceEpoch + 1)...end.daysSinceEpoch).count { isWorkingDay(CivilDate(daysSinceEpoch: $0)) }
  }
}
