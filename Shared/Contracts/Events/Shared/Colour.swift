/// The colour of an enterprise's credit (三色). The bounds of the colours stand in a rule pack.
public enum Colour: String, Sendable, CaseIterable {
  case green
  case yellow
  case red
  /// No facts yet: a firm nobody has looked at is not a green one.
  case unrated
}
