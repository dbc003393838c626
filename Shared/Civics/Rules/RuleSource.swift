/// Where a rule stands.
public struct RuleSource: Hashable, Sendable {
  /// The document.
  public let document: SourceDocument
  /// The article or section, as the document writes it: 第二十三条.
  public let article: String?
  /// The words of the document, in its language.
  public let quote: String?
  /// How sure we are of this very rule.
  public let mark: ProvenanceMark
  /// In percent, for ``ProvenanceMark/generalKnowledge``.
  public let confidence: Int?

  /// One line for people: 信访工作条例 第二十三条. How sure we are is not theirs to read; it stands in the pack.
  public var citation: String {
    ([document.title] + (article.map { [$0] } ?? [])).joined(separator: " ")
  }
}
