import ServiceKit

/// The HTTP interface of the service: a card for each route, its types and its problems, in parts. See ``HTTPContract``.
enum ScoringContract {
  static let whole = HTTPContract(
    title: "EcoRedress scoring 三色积分",
    summary: "Scores and colours of enterprises, inspections and draws, leniency, study and repair of credit.",
    parts: [
      subjects, facts, inspections, positiveList, leniencyAndStudy, creditCases, answers, caseAnswers, types, problems,
    ])
}

extension Application {
  static var http: HTTPContract { ScoringContract.whole }
}
