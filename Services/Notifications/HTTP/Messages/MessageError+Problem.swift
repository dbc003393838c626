import ServiceKit

extension MessageError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .outOfTurn(let action, let status):
      .conflict(
        code: "message-out-of-turn", detail: "A message that is \(status) cannot be \(action).",
        remedy: "Read the message: its status says how it ended.")
    case .notTaken:
      .conflict(
        code: "hand-delivery-not-taken", detail: "The delivery is not in the caller's hands.",
        remedy: "Take it first; one that somebody else took is free again when their time is over.")
    case .proofMissing:
      Problem(
        status: 422, code: "proof-missing", title: "This way of delivery is proven on paper",
        field: "body.proof", remedy: "Give the number of the registered letter or of the signed note (送达回证).")
    case .unreadable(let word):
      .conflict(
        code: "contact-unreadable", detail: "The contact data cannot be opened (\(word)).",
        remedy: "Tell the operator: a key may be missing.")
    }
  }
}
