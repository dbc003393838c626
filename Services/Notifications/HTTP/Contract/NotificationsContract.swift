import ServiceKit

/// The HTTP interface of the service: a card for each route, its types and its problems, in parts. See ``HTTPContract``.
enum NotificationsContract {
  static let whole = HTTPContract(
    title: "EcoRedress notifications 告知",
    summary: "Subscriptions and webhooks of agencies, messages, and what became of them.",
    parts: [
      subscriptions, endpoints, records, inbox, enquiries, handDeliveries, notices, answers, officeAnswers, problems,
    ])
}

extension Application {
  static var http: HTTPContract { NotificationsContract.whole }
}
