import FoundationEssentials

/// One thing that was said or done about a question.
struct EnquiryPost: Sendable, Equatable {
  enum Kind: String, Sendable {
    case question, answer, taken, transferred
    case handedOver = "handed-over"
    case closed
  }

  let number: Int
  let kind: Kind
  /// Who; the subject of a token.
  let author: String
  let text: String
  /// When, in real time.
  let at: Date
}
