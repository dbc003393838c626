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
    }
  }
}
