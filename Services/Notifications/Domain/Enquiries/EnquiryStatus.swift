/// Where a question of an enterprise stands.
enum EnquiryStatus: String, Sendable, CaseIterable {
  /// It waits for an answer.
  case open
  /// It was answered; the enterprise may ask on.
  case answered
  case closed
}
