import ServiceKit

/// The HTTP interface of the service: a card for each route, its types and its problems, in parts. See ``HTTPContract``.
enum CompensationContract {
  static let whole = HTTPContract(
    title: "EcoRedress compensation 生态环境损害赔偿",
    summary: "Cases of damage from clue to closure, experts, insurance and the one account.",
    parts: [
      cases, steps, damage, experts, batches, insurance, account, figures, answers, accountAnswers, types, problems,
    ])
}

extension Application {
  static var http: HTTPContract { CompensationContract.whole }
}
