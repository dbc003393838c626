/// Why a step cannot be taken with a question.
enum EnquiryError: Error, Sendable, Equatable {
  /// It does not fit where the question stands.
  case outOfTurn(String, status: EnquiryStatus)
  /// Somebody owns it already.
  case owned(by: String)
  /// Only its owner or handler may do this.
  case notTheirs
  /// It was written to its end.
  case full
}
