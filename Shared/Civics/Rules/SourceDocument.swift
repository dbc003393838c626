/// A document that rules are taken from.
public struct SourceDocument: Hashable, Sendable {
  /// The short name by which rules cite it.
  public let id: String
  /// Its title, in its own language.
  public let title: String
  /// How it was read, unless a rule says otherwise.
  public let mark: ProvenanceMark
}
