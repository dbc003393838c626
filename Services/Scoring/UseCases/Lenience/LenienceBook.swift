import Civics
import FoundationEssentials
import ServiceKit

/// The rules of leniency as they stand at any instant.
struct LenienceBook: Sendable {
  let rules: RuleBook

  func rules(at instant: Date) throws -> LenienceRules {
    try LenienceRules(try rules.rules(at: instant), calendar: rules.calendar)
  }

  /// - Returns: nil where no pack was in force yet.
  func earlierRules(at instant: Date) throws -> LenienceRules? {
    let inForce: RulesInForce
    do {
      inForce = try rules.rules(at: instant)
    } catch RuleLookupError.notInForce {
      return nil
    }
    return try LenienceRules(inForce, calendar: rules.calendar)
  }

  /// The rules of study at an instant; those of another where no pack was in force yet.
  func study(at instant: Date, else other: Date) throws -> StudyRules {
    let inForce: RulesInForce
    do {
      inForce = try rules.rules(at: instant)
    } catch RuleLookupError.notInForce {
      return try StudyRules(try rules.rules(at: other))
    }
    return try StudyRules(inForce)
  }
}
