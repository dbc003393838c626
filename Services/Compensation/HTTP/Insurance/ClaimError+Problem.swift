import Contracts
import ServiceKit

extension ClaimError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .outOfTurn(let step, let status):
      .conflict(code: "claim-out-of-turn", detail: "\(step) cannot be done with a claim that is \(status.rawValue).")
    case .caseOutOfTurn(let status):
      .conflict(code: "step-out-of-turn", detail: "No claim is filed for a case that is \(status.rawValue).")
    case .alreadyClaimed:
      .conflict(
        code: "claim-open", detail: "The case has a claim that is open.",
        remedy: "Wait until it is paid, or withdraw it.")
    case .notCovered(let reason):
      Problem(
        status: 422, code: "not-covered", title: "The policy does not cover this", detail: reason,
        field: "body.policyId", remedy: "Choose another policy.")
    case .aboveLimit(let left):
      Problem(
        status: 422, code: "above-limit", title: "The policy's limit does not reach",
        detail: "\(left) fen are left of the limit.", field: "body.lines")
    case .conditionNotListed(let code, let listed):
      Problem(
        status: 422, code: "condition-not-listed", title: "The rules do not list this condition",
        detail: "\(code) is none of: \(listed.joined(separator: ", ")).", field: "body.conditions")
    case .invalid(let field, let reason):
      Problem(status: 422, code: "field-invalid", title: "The claim does not fit", detail: reason, field: field)
    case .policyNumberTaken(let number):
      Problem(
        status: 409, code: "policy-number-taken", title: "A policy of this number is kept already", detail: number,
        field: "body.number")
    case .rule(let error): CompensationError.rule(error).problem
    }
  }
}
