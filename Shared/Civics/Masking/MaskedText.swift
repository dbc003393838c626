/// A text in which what can point to a person was made unreadable.
public struct MaskedText: Sendable, Hashable {
  /// The text as it may go out.
  public let text: String
  /// How often each kind was found; empty for a text that is as it was.
  public let found: [PersonalDatum: Int]

  init(text: String, found: [PersonalDatum: Int]) {
    self.text = text
    self.found = found
  }
}
