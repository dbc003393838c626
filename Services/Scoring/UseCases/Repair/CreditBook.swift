import FoundationEssentials
import ServiceKit

/// The rules of repairs, objections, reviews and lawsuits as they stand at any instant.
struct CreditBook: Sendable {
  let rules: RuleBook

  func rules(at instant: Date) throws -> CreditRules {
    CreditRules(rules: try rules.rules(at: instant), calendar: rules.calendar)
  }
}
