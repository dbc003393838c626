/// Which rule a decision rests on. Decisions keep it, so that each can be explained and computed again later.
public struct RuleReference: Hashable, Sendable {
  /// The pack that the rule stands in; the pack inherited from, where the profile's own has no such rule.
  public let pack: String
  /// The pack's version.
  public let version: String
  /// SHA-256 of the pack's canonical bytes, 64 hexadecimal digits.
  public let hash: String
  /// The rule.
  public let key: String
  /// Why it is as it is, in one line.
  public let source: String
  /// Whether it is a marked default that no source settles.
  public let isAssumed: Bool
}
