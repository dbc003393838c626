/// What two petitions have in common.
public enum RelationReason: String, Sendable, CaseIterable {
  /// A telephone number, an e-mail address or a supervisor's number, compared by keyed hash.
  case samePerson = "same-person"
  /// The enterprise or the site it is about.
  case sameSite = "same-site"
  /// The complainant's words, letter for letter but for spaces and punctuation.
  case sameText = "same-text"
  /// Near in place and time, and of the same kind.
  case near
  /// Staff saw it.
  case staff
}
