import Civics
import Contracts
import FoundationEssentials

/// A period that runs beside a case: an insurer's, an auditor's. With why it ends when it ends.
struct LegalClock: JSONConvertible, Sendable {
  let dueDate: Contracts.DueDate
  /// The steps of counting, as sentences.
  let derivation: [String]
  let rule: Contracts.RuleReference
  /// When what it asks for was done.
  var metAt: Date?
  /// When it was found to have run out.
  var overdueAt: Date?

  /// The period of a rule, from an instant whose day is not counted.
  init(_ key: String, from start: Date, rules: RulesInForce, calendar: WorkingCalendar) throws(RuleLookupError) {
    let period = try rules.period(key)
    let reference = try rules.reference(key)
    let due = period.due(from: start, calendar: calendar)
    let count: DayCount =
      switch period {
      case .calendarDays: .calendarDays
      case .workingDays: .workingDays
      case .months: .months
      }
    dueDate = Contracts.DueDate(
      rule: key, article: Article.text(reference.source), start: start, length: period.count, count: count,
      due: due.instant, provisional: due.isProvisional ? true : nil)
    derivation = due.derivation
    rule = Contracts.RuleReference(
      pack: reference.pack, version: reference.hash, rule: key, article: Article.text(reference.source))
  }

  init(fields: JSONFields) throws(ContractViolation) {
    dueDate = try fields.object("dueDate")
    derivation = try fields.strings("derivation", limit: 1024)
    rule = try fields.object("rule")
    metAt = try fields.optionalInstant("metAt")
    overdueAt = try fields.optionalInstant("overdueAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("dueDate", dueDate)
    object.set("derivation", derivation)
    object.set("rule", rule)
    object.set("metAt", metAt)
    object.set("overdueAt", overdueAt)
    return .object(object)
  }

  /// Whether it runs: neither met nor told to have run out.
  var isRunning: Bool { metAt == nil && overdueAt == nil }
  /// Whether it has run out and is not made good.
  var isOverdue: Bool { metAt == nil && overdueAt != nil }

  /// Whether it runs out now; notes that it was told.
  mutating func runOut(at now: Date) -> Bool {
    guard isRunning, dueDate.due <= now else { return false }
    overdueAt = now
    return true
  }
}
