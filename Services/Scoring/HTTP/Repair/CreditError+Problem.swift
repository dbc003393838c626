import Contracts
import ServiceKit

extension CreditError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .rule(let error): ScoringError.rule(error).problem
    case .ruleUnusable(let key, let reason): ScoringError.ruleUnusable(key: key, reason: reason).problem
    case .outOfTurn(let step, let status):
      .conflict(
        code: "step-out-of-turn", detail: "\(step) cannot be taken while the case is \(status.rawValue).",
        remedy: "Read the case again: its status says what may follow.")
    case .notForKind(let step, let kind):
      .conflict(code: "step-not-for-kind", detail: "A case of the kind \(kind.rawValue) knows no \(step).")
    case .invalid(let field, let reason):
      Problem(status: 422, code: "field-invalid", title: "The request does not fit", detail: reason, field: field)
    case .unknownEntry(let id):
      Problem(
        status: 422, code: "entry-unknown", title: "The subject's ledger has no such entry", detail: id.lowercased,
        field: "body.entries", remedy: "See the explanation of the subject for the ids of its entries.")
    case .entryGone(let id):
      .conflict(
        code: "entry-gone", detail: "The entry \(id.lowercased) does not count, so there is nothing to repair.",
        remedy: "Refuse the application with the reason entry-gone.")
    case .excluded(let code):
      .conflict(
        code: "repair-excluded", detail: "The rules exclude \(code) from repair.",
        remedy: "Refuse the application with the reason excluded.")
    case .tooEarly(let entry, let until):
      .conflict(
        code: "repair-too-early",
        detail: "The entry \(entry.lowercased) can be repaired from \(RFC3339.text(of: until)) on.",
        remedy: "Refuse the application with the reason too-early; the subject may apply again then.")
    case .tooLate(let due):
      .conflict(
        code: "request-too-late", detail: "The period to ask ended at \(RFC3339.text(of: due)).",
        remedy: "Refuse the application with the reason too-late.")
    case .notRectified(let id):
      .conflict(
        code: "not-rectified", detail: "What the entry \(id.lowercased) is about is not shown to be put right.",
        remedy: "Have the rectification verified, or refuse the application with the reason not-rectified.")
    case .otherProcedure(let number):
      .conflict(
        code: "other-procedure", detail: "The same entries are before another body in \(number).",
        remedy: "Refuse the application with the reason other-procedure, or wait for the end of the other case.")
    case .extendedBefore:
      .conflict(code: "extended-before", detail: "The period was extended before; it is extended once.")
    }
  }
}
