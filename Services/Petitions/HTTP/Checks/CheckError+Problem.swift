import ServiceKit

extension CheckError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notDrawn:
      Problem(
        status: 422, code: "petition-not-drawn", title: "The petition is not in the sample", field: "body.petitionId")
    case .alreadyChecked:
      .conflict(code: "case-checked", detail: "The case was looked at before; what was found stands.")
    case .noSummary:
      Problem(
        status: 422, code: "field-missing", title: "The request does not fit",
        detail: "A case that did not hold needs words that say why.", field: "body.summary")
    case .tooLateToCommit:
      .conflict(
        code: "check-month-over", detail: "The month has ended: the cases that can be drawn are known.",
        remedy: "Commit to a seed for the check of this month.")
    case .tooEarlyToReveal:
      .conflict(
        code: "check-month-running",
        detail: "The month still runs: a seed that is known could steer what is closed.",
        remedy: "Reveal the seed once the month has ended.")
    case .alreadyDrawn:
      .conflict(code: "check-drawn", detail: "The sample of this month is drawn.")
    case .alreadyCommitted:
      .conflict(code: "seed-committed", detail: "The caller has committed to a seed for this check; it stands.")
    case .tooManyContributors:
      .conflict(code: "contributors-too-many", detail: "The check has \(Contribution.most) contributors already.")
    case .notCommitted:
      .conflict(code: "seed-not-committed", detail: "The caller has committed to no seed for this check.")
    case .wrongSeed:
      Problem(
        status: 422, code: "seed-wrong", title: "The seed is not the one committed to",
        detail: "Its commitment for this check and this contributor is another.", field: "body.seed",
        remedy: "Send the 64 hexadecimal digits, in lower case, that the commitment was made of.")
    }
  }
}
