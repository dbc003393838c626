import Contracts
import FoundationEssentials
import ServiceKit

extension SettlementError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .noObligor:
      .conflict(
        code: "no-obligor", detail: "Nobody liable is known, so there is nobody to negotiate with or to sue.",
        remedy: "Name the obligor with name-obligor, or claim from the insurer.")
    case .first(let what):
      .conflict(code: "step-missing", detail: "Something must come before this.", remedy: "First: \(what).")
    case .doneBefore(let what):
      .conflict(code: "done-before", detail: "This cannot be done: \(what).")
    case .tooEarly(let due):
      .conflict(
        code: "too-early", detail: "The period of \(due.rule) ends at \(RFC3339.text(of: due.due)).",
        remedy: "Wait until it is over.")
    case .periodOver(let due):
      .conflict(
        code: "period-over", detail: "The period of \(due.rule) ended at \(RFC3339.text(of: due.due)).",
        remedy: "End the negotiation with fail-negotiation.")
    case .roundsOver(let limit):
      .conflict(code: "rounds-over", detail: "As many rounds were held as the rules allow: \(limit).")
    case .renewalsOver(let limit):
      .conflict(
        code: "renewals-over", detail: "The negotiation was renewed as often as the rules allow: \(limit).",
        remedy: "Prepare a suit with prepare-suit.")
    case .notAllDone(let lacking):
      .conflict(code: "restoration-lacking", detail: "What lacks: \(lacking.map(\.words).joined(separator: ", ")).")
    case .amountsDiffer(let amount, let covered):
      Problem(
        status: 422, code: "amounts-differ", title: "What is paid and made good in kind is not the amount",
        detail: "\(covered) of \(amount) fen are covered.", field: "body.amountFen",
        remedy: "Instalments and the values of measures together make the amount.")
    case .notPractised(let what):
      Problem(
        status: 422, code: "not-practised", title: "The city's rules do not know this",
        detail: "No rule pack in force allows \(what).", field: "body.measures")
    case .conditionsMissing(let missing):
      Problem(
        status: 422, code: "labour-conditions-missing", title: "Labour cannot take the place of money",
        detail: "Not found: \(missing.joined(separator: ", ")).", field: "body.measures",
        remedy: "Record the conditions with decide-restoration when they hold.")
    }
  }
}

extension RestorationMeasure {
  fileprivate var words: String { "\(quantity) \(unit.rawValue) of \(mode.rawValue)" }
}
