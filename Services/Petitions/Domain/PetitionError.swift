import Civics
import Contracts
import FoundationEssentials

/// Why a step cannot be taken.
enum PetitionError: Error, Sendable, Equatable {
  /// The step is not this petition's turn; says what is missing and what can be done instead.
  case outOfTurn(StepName, status: PetitionStatus, missing: [String], next: [StepName])
  /// The petition has no such finding.
  case unknownFinding(String)
  /// The finding was decided before; a decision stands.
  case findingDecided(String)
  /// A field does not make sense for this petition.
  case invalid(field: String, reason: String)
  /// It cannot be handled together with the other petition; says why.
  case notMergeable([String])
  /// The rule packs lack a rule that the step needs.
  case rule(RuleLookupError)
  /// The time for the step has run out, at this instant.
  case lapsed(StepName, Date)
  /// Who asks has withdrawn from this case (信访工作条例 第二十八条).
  case withdrawn

  /// What the rules say, or `rule` with what they lack.
  static func ofRules<Value>(_ look: () throws(RuleLookupError) -> Value) throws(PetitionError) -> Value {
    do { return try look() } catch { throw .rule(error) }
  }
}
