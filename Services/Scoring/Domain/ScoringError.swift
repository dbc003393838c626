import Civics
import Contracts

/// Why a score cannot be told, or a fact not be recorded.
enum ScoringError: Error, Equatable {
  /// The rule packs lack a rule or have one of another kind.
  case rule(RuleLookupError)
  /// A rule says something that no score can be made of.
  case ruleUnusable(key: String, reason: String)
  /// Another fact was recorded under this key before.
  case keyReused
  /// A field does not fit the others.
  case invalid(field: String, reason: String)
  /// What should be a draft of the city's rule packs is none.
  case draftInvalid(String)
}
