/// Why something asked of a message cannot be done.
enum MessageError: Error, Sendable, Equatable {
  /// What is asked does not fit where the message stands.
  case outOfTurn(String, status: String)
  /// A delivery by hand is somebody else's, or nobody took it yet.
  case notTaken
  /// A delivery of this kind is proven by something on paper.
  case proofMissing
  /// The contact data cannot be opened.
  case unreadable(String)
}
