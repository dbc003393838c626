import Civics
import Contracts

/// Why a step cannot be taken with a case.
enum CompensationError: Error, Equatable {
  /// The step is not allowed where the case stands.
  case outOfTurn(step: StepName, status: CompensationStatus, allowed: [StepName])
  /// A reason that the rule packs do not list.
  case reasonNotListed(NotStartedReason, listed: [NotStartedReason])
  /// A field does not fit the others or the case.
  case invalid(field: String, reason: String)
  /// Less was received than the case was closed for.
  case notPaid(amountFen: Int64, receivedFen: Int64)
  /// Another clue was opened under this key before.
  case keyReused
  /// The rule packs lack a rule or have one of another kind.
  case rule(RuleLookupError)
}
