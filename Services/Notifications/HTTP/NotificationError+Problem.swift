import ServiceKit

extension NotificationError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .url(let reason):
      Problem(
        status: 422, code: "url-refused", title: "This URL is not called", detail: "The URL is refused: \(reason).",
        field: "body.url", remedy: "Give an https URL on the public Internet.")
    case .unknownType(let pattern):
      Problem(
        status: 422, code: "event-type-unknown", title: "There is no such event",
        detail: "Nothing is called \(pattern).",
        field: "body.types",
        remedy: "Name a type, such as ecoredress.colour.changed.v1, or a beginning that ends in a dot.")
    case .filter(let refusal):
      Problem(
        status: 422, code: "filter-refused", title: "This filter is not taken",
        detail: (refusal.position.map { "At character \($0): " } ?? "") + refusal.message, field: refusal.field,
        remedy: refusal.remedy)
    case .outOfTurn(let decision, let status):
      .conflict(
        code: "decision-out-of-turn", detail: "A subscription that is \(status.rawValue) cannot be \(decision)d.",
        remedy: "Read the subscription: its status says what was decided.")
    }
  }
}
