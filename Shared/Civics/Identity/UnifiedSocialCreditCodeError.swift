/// Which check a text failed that should have been a unified social credit code.
public enum UnifiedSocialCreditCodeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It has so many characters instead of 18 (after cleaning).
  case length(Int)
  /// A character that the alphabet does not have; positions count from 1.
  case character(Unicode.Scalar, position: Int)
  /// A letter where the administrative division (characters 3–8) must have digits.
  case divisionNotNumeric(Unicode.Scalar, position: Int)
  /// The last character does not fit the others.
  case checkCharacter(found: Character, expected: Character)

  /// A stable word for machines.
  public var code: String {
    switch self {
    case .length: "uscc-length"
    case .character: "uscc-character"
    case .divisionNotNumeric: "uscc-division"
    case .checkCharacter: "uscc-check-character"
    }
  }

  public var description: String {
    switch self {
    case .length(let length):
      "a unified social credit code has 18 characters, this has \(length)"
    case .character(let scalar, let position):
      "character \(position), \(readable(scalar)), cannot occur in a unified social credit code "
        + "(digits and letters without I, O, S, V, Z)"
    case .divisionNotNumeric(let scalar, let position):
      "character \(position), \(readable(scalar)), must be a digit: characters 3 to 8 are an administrative division"
    case .checkCharacter(let found, let expected):
      "the check character is \(found) but the other 17 characters ask for \(expected)"
    }
  }
}

/// A scalar as a person can read it in a message: never raw control or direction characters.
func readable(_ scalar: Unicode.Scalar) -> String {
  let number = String(scalar.value, radix: 16, uppercase: true)
  let padded = String(repeating: "0", count: Swift.max(0, 4 - number.count)) + number
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator,
    .nonspacingMark, .spacingMark, .enclosingMark:
    return "U+\(padded)"
  default:
    return "“\(scalar)” (U+\(padded))"
  }
}
