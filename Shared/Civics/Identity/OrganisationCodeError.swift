/// Which check a text failed that should have been an organisation code.
public enum OrganisationCodeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It has so many characters instead of 9 (after cleaning, in UTF-8).
  case length(Int)
  /// Not a digit or capital letter; positions count from 1.
  case character(position: Int)
  /// The last character does not fit the others.
  case checkCharacter(found: Character, expected: Character)

  public var description: String {
    switch self {
    case .length(let length):
      "an organisation code has 9 characters, this has \(length)"
    case .character(let position):
      "character \(position) of the organisation code is neither a digit nor a capital letter"
    case .checkCharacter(let found, let expected):
      "the organisation code's check character is \(found) but the others ask for \(expected)"
    }
  }
}
