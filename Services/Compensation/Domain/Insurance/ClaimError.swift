import Civics
import Contracts

/// Why something cannot be done with a policy or a claim.
enum ClaimError: Error, Equatable {
  /// The step is not for a claim that stands there.
  case outOfTurn(step: String, status: ClaimStatus)
  /// No claim is made where the case stands.
  case caseOutOfTurn(CompensationStatus)
  /// The case has another claim that is open.
  case alreadyClaimed
  /// The policy does not cover the place, the subject, the day or what is claimed.
  case notCovered(reason: String)
  /// What is claimed is more than what is left of the policy's limit.
  case aboveLimit(leftFen: Int64)
  /// A condition that the rules do not list.
  case conditionNotListed(String, listed: [String])
  /// A field does not fit.
  case invalid(field: String, reason: String)
  /// A policy of this number is kept already.
  case policyNumberTaken(String)
  /// The rule packs lack a rule or have one of another kind.
  case rule(RuleLookupError)
}
