import Civics
import Contracts
import FoundationEssentials

extension PetitionRules {
  /// The due date of a period of the rule packs that starts now, with everything needed to explain it.
  func dueDate(_ key: String, from start: Date) throws(RuleLookupError) -> Contracts.DueDate {
    let period = try rules.period(key)
    let reference = try rules.reference(key)
    let due = period.due(from: start, calendar: calendar)
    let count: DayCount =
      switch period {
      case .calendarDays: .calendarDays
      case .workingDays: .workingDays
      case .months: .months
      }
    return Contracts.DueDate(
      rule: reference.key, article: reference.source, start: start, length: period.count, count: count,
      due: due.instant, provisional: due.isProvisional ? true : nil)
  }

  /// The rule that a decision rests on, as events carry it.
  func reference(_ key: String) throws(RuleLookupError) -> Contracts.RuleReference {
    let reference = try rules.reference(key)
    return Contracts.RuleReference(
      pack: reference.pack, version: reference.hash, rule: reference.key, article: reference.source)
  }

  /// The division whose rules these are: the profile's own.
  var region: RegionCode { rules.packs.first?.region ?? .country }

  /// The bureau of the city above a county's; nil for a place that no county's bureau answers for.
  func bureauAbove(_ region: RegionCode) -> (unit: String, region: RegionCode)? {
    guard region.level == .county, let city = region.ancestors.first(where: { $0.level <= .prefecture }) else {
      return nil
    }
    let unit = unit(for: city)
    return unit == self.unit(for: region) ? nil : (unit, city)
  }
}
