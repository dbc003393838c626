import ServiceKit

extension InspectionError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .draw(let error):
      .conflict(code: "draw-impossible", detail: "\(error)")
    case .inspectorsShort(let needed):
      .conflict(
        code: "inspectors-short", detail: "A unit has fewer than \(needed) inspectors without an interest in it.",
        remedy: "Register more inspectors of the bureau, then draw.")
    case .tooMany(let most):
      .conflict(code: "draw-too-large", detail: "At most \(most) are taken.", remedy: "Draw for smaller regions.")
    case .outOfTurn(let status):
      .conflict(code: "draw-out-of-turn", detail: "The draw is \(status.rawValue), or its quarter is over.")
    case .seedUnknown:
      Problem(
        status: 422, code: "seed-unknown", title: "The seed is not the one committed to", field: "body.seed",
        remedy: "Commit first; the commitment is SHA-256 of `ecoredress-draw-1 commitment`, purpose, contributor, seed."
      )
    case .contributorTaken:
      .conflict(code: "contributor-taken", detail: "This contributor has committed to a seed already.")
    case .seedsMissing(let contributors):
      .conflict(
        code: "seeds-missing", detail: "Not revealed by: \(contributors.joined(separator: ", ")).",
        remedy: "Wait for them, or name them in `without`: the release will show that they had no part.")
    case .notDrawn:
      Problem(
        status: 422, code: "subject-not-drawn", title: "The unit was not drawn", field: "body.subjectKey")
    case .resultThere:
      .conflict(code: "result-there", detail: "The unit has its result; what was found stands.")
    case .resultsMissing(let open):
      .conflict(
        code: "results-missing", detail: "\(open) units are still to be visited; until then the draw is secret.",
        remedy: "Record their results, or wait for the end of the quarter.")
    case .timeOutOfRange:
      Problem(
        status: 422, code: "field-range", title: "The request does not fit",
        detail: "The inspection lies between the draw and now.", field: "body.inspectedAt")
    case .drawThere:
      .conflict(code: "draw-there", detail: "The region has a draw for this quarter.")
    case .unknownCode(let field, let code):
      Problem(
        status: 422, code: "field-unknown-value", title: "The rule packs do not know a code", detail: code, field: field
      )
    }
  }
}
