import Civics
import Contracts
import FoundationEssentials

/// Why leniency cannot be assessed or decided.
enum LenienceError: Error, Equatable {
  case rule(RuleLookupError)
  /// A rule says something that nothing can be assessed by.
  case ruleUnusable(key: String, reason: String)
  /// Nobody has told of a penalty case of this number of this subject.
  case unknownCase
  /// A field does not fit the others, or the packs.
  case invalid(field: String, reason: String)
  /// The penalty case was decided: there is nothing to assess any more.
  case alreadyDecided(at: Date)
  /// Something was told since the assessment that changes its result.
  case outdated
  /// The assessment has its decision.
  case decidedBefore
  /// A later assessment of the same case holds.
  case superseded(by: UUID)
  /// What was decided is not what the assessment allows.
  case notAllowed(verdict: LeniencyVerdict, lowest: Money, highest: Money)
  /// The pledge served another penalty case.
  case pledgeUsed(in: String)
}
