import Civics
import FoundationEssentials

/// What the packs say of insurance.
struct ClaimRules: Sendable {
  enum Key {
    static let payment = "compensation.insurance.payment"
    static let conditions = "compensation.insurance.conditions"
    static let subrogation = "compensation.insurance.subrogation"
  }

  /// What must be met before the insurer's period runs.
  let conditions: [String]
  let subrogation: Bool
  private let rules: RulesInForce
  private let calendar: WorkingCalendar

  init(_ rules: RulesInForce, calendar: WorkingCalendar) throws(ClaimError) {
    self.rules = rules
    self.calendar = calendar
    do throws(RuleLookupError) {
      conditions = try rules.list(Key.conditions)
      subrogation = try rules.flag(Key.subrogation)
    } catch {
      throw .rule(error)
    }
  }

  /// The insurer's period from the instant at which the conditions are met, not from the claim.
  func clock(from met: Date) throws(ClaimError) -> LegalClock {
    do throws(RuleLookupError) {
      return try LegalClock(Key.payment, from: met, rules: rules, calendar: calendar)
    } catch {
      throw .rule(error)
    }
  }
}
