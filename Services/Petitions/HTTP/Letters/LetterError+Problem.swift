import ServiceKit

extension LetterError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .outOfTurn(let action, let status):
      .conflict(
        code: "letter-out-of-turn", detail: "\(action) cannot be done with a letter that is \(status.rawValue).")
    case .noFindings:
      .conflict(
        code: "letter-without-findings", detail: "A letter says what was found.",
        remedy: "Send findings to this letter first.")
    case .noReason:
      Problem(
        status: 422, code: "field-missing", title: "The request does not fit",
        detail: "An answer that is not enough is sent back with a reason.", field: "body.reason")
    case .ownLetter:
      Problem(
        status: 403, code: "letter-not-addressed", title: "The letter is not addressed to the caller's bureau",
        detail: "Whoever wrote it cannot acknowledge or answer it for the addressee.",
        remedy: "Use a token of the county's bureau.")
    case .foreignPetition(let field):
      Problem(
        status: 422, code: "field-invalid", title: "The request does not fit",
        detail: "There is no such petition in the addressee's region.", field: field)
    case .noAddressee(let region):
      Problem(
        status: 422, code: "field-invalid", title: "The request does not fit",
        detail: "No county's bureau answers for \(region).", field: "body.toRegion")
    case .rule(let error): PetitionError.rule(error).problem
    }
  }
}
