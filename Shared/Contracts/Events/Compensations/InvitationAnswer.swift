/// What an invited body answered.
public enum InvitationAnswer: String, Sendable, CaseIterable {
  /// Takes part.
  case accepted
  /// Does not take part.
  case declined
}
