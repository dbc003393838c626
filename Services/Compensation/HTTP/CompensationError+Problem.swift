import Contracts
import ServiceKit

extension CompensationError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .outOfTurn(let step, let status, let allowed):
      .conflict(
        code: "step-out-of-turn",
        detail: "\(step.rawValue) cannot be taken while the case is \(status.rawValue).",
        remedy: allowed.isEmpty
          ? "No step is left: the case is closed."
          : "The steps allowed next are: \(allowed.map(\.rawValue).joined(separator: ", ")).")
    case .noWay(let from, let to, let allowed):
      .conflict(
        code: "stage-out-of-turn", detail: "\(to.rawValue) does not follow \(from.rawValue).",
        remedy: "The stages that follow are: \(allowed.map(\.rawValue).joined(separator: ", ")).")
    case .documentsMissing(let stage, let names):
      .conflict(
        code: "documents-missing",
        detail: "\(stage.rawValue) cannot be left without: \(names.joined(separator: "、")).",
        remedy: "File them with file-document.")
    case .mustStart(let reasons):
      .conflict(
        code: "must-start",
        detail: "The case must be started: \(reasons.map(\.rawValue).joined(separator: ", ")).",
        remedy: "File the case.")
    case .full(let what):
      .conflict(code: "case-full", detail: "The case has no room for more \(what).", remedy: "Open another case.")
    case .notPaid(let amount, let received):
      .conflict(
        code: "not-paid",
        detail: "\(received) of \(amount) fen have been received for the case.",
        remedy: "Wait for the payment to be reported, or close the case with what was received.")
    case .reasonNotListed(let reason, let listed):
      Problem(
        status: 422, code: "reason-not-listed", title: "The rules do not list this reason",
        detail: "\(reason.rawValue) is none of: \(listed.map(\.rawValue).joined(separator: ", ")).",
        field: "body.reason")
    case .codeNotListed(let field, let code, let listed):
      Problem(
        status: 422, code: "code-not-listed", title: "The rules do not list this code",
        detail: "\(code) is none of: \(listed.joined(separator: ", ")).", field: field)
    case .invalid(let field, let reason):
      Problem(
        status: 422, code: "field-invalid", title: "The step does not fit the case", detail: reason, field: field)
    case .settlement(let error): error.problem
    case .keyReused:
      Problem(
        status: 422, code: "idempotency-key-reused", title: "The Idempotency-Key was used for another clue",
        field: "header.Idempotency-Key", remedy: "Give each clue a key of its own.")
    case .rule(let error):
      Problem(
        status: 500, code: "rule-missing", title: "The rule packs lack a rule", detail: "\(error)",
        remedy: "Load a complete rule pack with `compensation rules load`.")
    }
  }
}
