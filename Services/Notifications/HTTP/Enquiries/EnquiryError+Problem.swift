import ServiceKit

extension EnquiryError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .outOfTurn(let action, let status):
      .conflict(
        code: "enquiry-out-of-turn", detail: "A question that is \(status.rawValue) cannot be \(action).",
        remedy: "Read the question: its status says what was done; ask a new one where it is closed.")
    case .owned(let owner):
      .conflict(
        code: "enquiry-owned", detail: "\(owner) was asked first and owns it until it is answered.",
        remedy: "Leave it to the owner, or let a leader hand it over.")
    case .notTheirs:
      Problem(
        status: 403, code: "enquiry-not-owned", title: "Only the owner or the handler of the question may do this",
        remedy: "Take the question first, or let its owner transfer it.")
    case .full:
      .conflict(
        code: "enquiry-full", detail: "A question holds at most \(Enquiry.mostPosts) posts.",
        remedy: "Close it and ask a new one.")
    }
  }
}
