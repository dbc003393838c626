import Civics
import FoundationEssentials

/// What the packs say of the one account.
struct AccountRules: Sendable {
  enum Key {
    static let applies = "compensation.late-interest.applies"
    static let dailyRate = "compensation.late-interest.daily-rate"
    static let order = "compensation.payment.order"
    static let audit = "compensation.account.audit"
  }

  /// Absent where no interest is asked for.
  let interest: LateInterest?
  /// The city whose account it is (GB/T 2260).
  let region: String
  private let rules: RulesInForce
  private let calendar: WorkingCalendar

  init(_ rules: RulesInForce, calendar: WorkingCalendar) throws(RuleLookupError) {
    self.rules = rules
    self.calendar = calendar
    region = rules.packs.first?.region.description ?? "000000"
    if try rules.flag(Key.applies) {
      interest = LateInterest(
        dailyRate: try rules.number(Key.dailyRate), interestFirst: try rules.list(Key.order).first == "INTEREST")
    } else {
      interest = nil
    }
  }

  /// By when a year must be audited: from the last day of the year.
  func auditClock(of year: Int) throws(RuleLookupError) -> LegalClock {
    let lastDay = CivilDate(year: year, month: 12, day: 31) ?? .max
    return try LegalClock(Key.audit, from: ShanghaiTime.start(of: lastDay), rules: rules, calendar: calendar)
  }
}
