/// Why a rule could not be had.
public enum RuleLookupError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No pack of this profile is loaded.
  case unknownProfile(String)
  /// The profile, or one it inherits from, has no version in force on this day.
  case notInForce(profile: String, missing: String, day: CivilDate)
  /// Neither the profile's packs nor those it inherits from have this key.
  case missing(key: String, packs: [String])
  /// The rule is there, but of another kind.
  case wrongKind(key: String, found: RuleKind, wanted: RuleKind)
  /// A whole number was asked for.
  case notWhole(key: String, number: Ratio)
  /// A row leaves the column out, or the table has none of that name.
  case missingCell(key: String, column: String)

  public var description: String {
    switch self {
    case .unknownProfile(let profile):
      "no rule pack “\(profile)” is loaded"
    case .notInForce(let profile, let missing, let day):
      profile == missing
        ? "rule pack “\(profile)” has no version in force on \(day)"
        : "rule pack “\(profile)” inherits from “\(missing)”, which has no version in force on \(day)"
    case .missing(let key, let packs):
      "no rule “\(key)” in \(packs.joined(separator: ", "))"
    case .wrongKind(let key, let found, let wanted):
      "rule “\(key)” is a \(found.rawValue), not a \(wanted.rawValue)"
    case .notWhole(let key, let number):
      "rule “\(key)” is \(number), not a whole number"
    case .missingCell(let key, let column):
      "rule “\(key)” has a row without “\(column)”"
    }
  }
}
