import Civics
import Contracts
import ServiceKit

extension ExpertDrawError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .outOfTurn(let step, let status):
      .conflict(code: "draw-out-of-turn", detail: "\(step) cannot be done with a draw that is \(status.rawValue).")
    case .doneBefore(let party):
      .conflict(code: "done-before", detail: "The \(party.rawValue) did this before.")
    case .partyMissing(let party):
      .conflict(
        code: "party-missing", detail: "The \(party.rawValue) has not taken its part.",
        remedy:
          "Both parties commit, to a seed or to leaving the chance to the others, and reveal what they committed to.")
    case .poolTooSmall(let size, let panelSize):
      .conflict(
        code: "pool-too-small", detail: "\(size) experts can be drawn, \(panelSize) are needed.",
        remedy: "Cancel the draw and open one with more fields or pools.")
    case .poolExhausted:
      .conflict(
        code: "pool-exhausted", detail: "Nobody is left in the order of the draw to take the place.",
        remedy: "Cancel the draw and open one with more fields or pools.")
    case .mustStandBack(let number, let ground):
      .conflict(
        code: "expert-must-stand-back", detail: "\(number) has an interest in the case: \(ground.rawValue).",
        remedy: "Replace the expert with the reason avoidance.")
    case .opinionGiven(let number):
      .conflict(code: "opinion-given", detail: "The opinion of \(number) is there already.")
    case .caseNotReady(let reason):
      .conflict(code: "case-not-ready", detail: "Experts cannot be drawn: \(reason).")
    case .panelTooSmall(let least, let asked):
      Self.unfit("panel-too-small", "\(asked) experts are fewer than the \(least) that the rules ask for.", "panelSize")
    case .notCommittedTo:
      Self.unfit("seed-not-committed-to", "The seed does not give the commitment.", "seed")
    case .notOnPanel(let number): Self.unfit("expert-not-on-panel", "\(number) is not on the panel.", "expertNumber")
    case .amountsOfOtherCases:
      Self.unfit("amounts-of-other-cases", "Amounts are named for every case of the draw, or for none.", "amounts")
    case .invalid(let field, let reason):
      Problem(status: 422, code: "field-invalid", title: "The request does not fit", detail: reason, field: field)
    case .draw(let error): Self.unfit("draw-invalid", "\(error)", "seed")
    case .rule(let error): CompensationError.rule(error).problem
    }
  }

  private static func unfit(_ code: String, _ detail: String, _ field: String) -> Problem {
    Problem(
      status: 422, code: code, title: "The step does not fit the draw", detail: detail, field: "body.\(field)")
  }
}

extension RegisterError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .gradeUnknown(let grade, let listed):
      Problem(
        status: 422, code: "code-not-listed", title: "The rules do not list this code",
        detail: "\(grade) is none of: \(listed.joined(separator: ", ")).", field: "body.grade")
    case .levelUnfit:
      Problem(
        status: 422, code: "field-invalid", title: "The request does not fit",
        detail: "A city's pool has the code of a city, a county's that of a county.", field: "body.level")
    case .registered(let key):
      .conflict(code: "registered", detail: "\(key) is registered already.", remedy: "Change its entry with PUT.")
    case .fixed(let field):
      Problem(
        status: 422, code: "field-fixed", title: "The field never changes", field: field,
        remedy: "Make a new entry.")
    case .mayNotAppraise(let key):
      Problem(
        status: 422, code: "body-may-not-appraise", title: "The body cannot be entrusted",
        detail: "\(key) is not registered as a body of this kind, or its licence is over.", field: "body.bodyKey")
    }
  }
}
