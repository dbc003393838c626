/// One rule of a pack.
public struct RuleEntry: Hashable, Sendable {
  /// Its name: lower-case words with hyphens, joined by dots, the part of the system first: `petition.acceptance`.
  public let key: String
  /// What it says.
  public let value: RuleValue
  /// Why it says so.
  public let provenance: RuleProvenance
  /// A remark for the reader of the pack.
  public let note: String?
}
