import Civics
import Contracts

/// Why a step cannot be taken with a case.
enum CompensationError: Error, Equatable {
  /// The step is not allowed where the case stands.
  case outOfTurn(step: StepName, status: CompensationStatus, allowed: [StepName])
  /// The stage does not follow the one where the case stands.
  case noWay(from: CompensationStatus, to: CompensationStatus, allowed: [CompensationStatus])
  /// A stage cannot be left without documents that the rules ask for.
  case documentsMissing(stage: CompensationStatus, names: [String])
  /// A case must be started, so a reason for not starting cannot be given.
  case mustStart([MustStartReason])
  /// A reason that the rule packs do not list.
  case reasonNotListed(NotStartedReason, listed: [NotStartedReason])
  /// A code that the rule packs do not list.
  case codeNotListed(field: String, code: String, listed: [String])
  /// A field does not fit the others or the case.
  case invalid(field: String, reason: String)
  /// Less was received than the case was closed for.
  case notPaid(amountFen: Int64, receivedFen: Int64)
  /// The case has as much of something as it can have.
  case full(String)
  /// A step towards a settlement needs something first.
  case settlement(SettlementError)
  /// Another clue was opened under this key before.
  case keyReused
  /// The rule packs lack a rule or have one of another kind.
  case rule(RuleLookupError)
}
