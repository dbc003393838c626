import Contracts
import ServiceKit

extension AccountError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .nothingWaiting(let left):
      .conflict(
        code: "nothing-waiting", detail: "\(left) fen of this payment wait.", remedy: "Ask for no more than waits.")
    case .caseTakesNone(let status):
      .conflict(code: "case-takes-none", detail: "A case that is \(status.rawValue) takes no money.")
    case .notCovered(let available):
      .conflict(
        code: "not-covered-by-account", detail: "\(available) fen are there for this.",
        remedy: "Ask for no more than is there.")
    case .overBudget(let left):
      .conflict(
        code: "over-budget", detail: "\(left) fen are left of the project's budget.",
        remedy: "Have another project approved.")
    case .yearOutOfTurn(let year, let status):
      .conflict(code: "year-out-of-turn", detail: "The year \(year) is \(status).")
    case .booksChanged(let year):
      .conflict(
        code: "books-changed", detail: "The entries of \(year) are not those that were closed.",
        remedy: "Call the operator: somebody changed the database by hand.")
    case .notIndependent(let year):
      .conflict(
        code: "auditor-not-independent", detail: "You booked in \(year) or closed it.",
        remedy: "Let somebody audit who did neither.")
    case .invalid(let field, let reason):
      Problem(status: 422, code: "field-invalid", title: "This cannot be booked", detail: reason, field: field)
    case .notReversible:
      .conflict(
        code: "not-reversible", detail: "Only assignments and spendings are taken back, each once.",
        remedy: "Right a payment that was received with a refund.")
    case .documentTaken(let number):
      .conflict(code: "document-taken", detail: "A payment was booked under \(number) already.")
    case .rule(let error): CompensationError.rule(error).problem
    }
  }
}
