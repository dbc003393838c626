import Civics
import Contracts
import ServiceKit

extension LenienceError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .rule(let error): ScoringError.rule(error).problem
    case .ruleUnusable(let key, let reason): ScoringError.ruleUnusable(key: key, reason: reason).problem
    case .unknownCase:
      Problem(
        status: 422, code: "penalty-unknown", title: "Nobody told of such a penalty case",
        field: "body.penaltyNumber",
        remedy: "Publish penalty.filed of this subject and number to the enforcement topic first.")
    case .invalid(let field, let reason):
      Problem(status: 422, code: "field-invalid", title: "The request does not fit", detail: reason, field: field)
    case .alreadyDecided(let instant):
      .conflict(
        code: "penalty-decided", detail: "The penalty case was decided at \(RFC3339.text(of: instant)).",
        remedy: "What was decided is changed by a review or a judgment, not by leniency.")
    case .outdated:
      .conflict(
        code: "assessment-outdated", detail: "Something was told since that changes the result.",
        remedy: "Assess the case again and decide within the new assessment.")
    case .decidedBefore:
      .conflict(
        code: "assessment-decided", detail: "The assessment has its decision.",
        remedy: "Assess the case again if it must be decided anew.")
    case .superseded(let id):
      .conflict(
        code: "assessment-superseded", detail: "The case was assessed again: \(id.lowercased).",
        remedy: "Decide within the last assessment of the case.")
    case .notAllowed(let verdict, let lowest, let highest):
      .conflict(
        code: "leniency-not-allowed",
        detail: "The assessment says \(verdict.rawValue): a fine from \(lowest) to \(highest) yuan.",
        remedy: "Decide within the assessment, or assess the case again with other findings.")
    case .pledgeUsed(let number):
      .conflict(
        code: "pledge-used", detail: "The pledge has served \(number).",
        remedy: "A pledge serves one case: a new one needs an apology of its own.")
    }
  }
}
