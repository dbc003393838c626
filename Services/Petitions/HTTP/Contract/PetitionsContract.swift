import ServiceKit

/// The HTTP interface of the service: a card for each route, its types and its problems, in parts. See ``HTTPContract``.
enum PetitionsContract {
  static let whole = HTTPContract(
    title: "EcoRedress petitions 生态环境信访",
    summary: "Intake of complaints, the steps and clocks of petitions, their secrecy, figures and letters.",
    parts: [intake, petitions, steps, relations, secrecy, bureau, open311, answers, bureauAnswers, types, problems])
}

extension Application {
  static var http: HTTPContract { PetitionsContract.whole }
}
