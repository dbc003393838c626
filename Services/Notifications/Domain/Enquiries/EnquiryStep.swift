/// What can be done with a question.
enum EnquiryStep: Sendable, Equatable {
  /// A member of staff takes it: who is asked first owns it until it is answered (首问负责制).
  case take
  case answer(String)
  /// The enterprise asks on.
  case ask(String)
  /// Others are to find the answer; the owner stays the owner.
  case transfer(region: String, handler: String?, reason: String)
  /// Another owner, when the present one cannot: a leader's decision.
  case handOver(owner: String, reason: String)
  case close
}
