import Civics
import Contracts
import FoundationEssentials

extension RulesInForce {
  /// The due date of a period of the rule packs that starts at an instant, with everything needed to explain it.
  func dueDate(
    _ key: String, from start: Date, calendar: WorkingCalendar
  ) throws(RuleLookupError) -> Contracts.DueDate {
    let period = try period(key)
    return Contracts.DueDate(
      rule: key, article: Article.text(try reference(key).source), start: start, length: period.count,
      count: period.dayCount, due: period.due(from: start, calendar: calendar).instant,
      provisional: period.due(from: start, calendar: calendar).isProvisional ? true : nil)
  }
}

extension LegalPeriod {
  /// How its days are counted, as events say it.
  var dayCount: DayCount {
    switch self {
    case .calendarDays: .calendarDays
    case .workingDays: .workingDays
    case .months: .months
    }
  }
}
