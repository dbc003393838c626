/// One version of the rules of a profile (a city, or `national`), in force for a span of days.
///
/// Packs are written in YAML so that a lawyer can read them; see deploy/rules/README.md for the form. A number of the law or
/// of a city stands in a pack, never in code.
public struct RulePack: Hashable, Sendable {
  /// The profile: `national`, `jiujiang`.
  public let name: String
  /// What people call it.
  public let title: String
  /// The version, as its authors count.
  public let version: String
  /// The profile whose rules hold where this one is silent; nil for the root.
  public let inherits: String?
  /// The division the rules are for; the country for a national pack.
  public let region: RegionCode
  /// The first day on which the version is in force.
  public let effectiveFrom: CivilDate
  /// The last day on which it is in force; nil until replaced.
  public let effectiveThrough: CivilDate?
  /// The documents cited, by their short names.
  public let documents: [String: SourceDocument]
  /// The rules by key.
  public let entries: [String: RuleEntry]
  /// The pack as canonical JSON (keys sorted, every scalar a string): what is hashed and what a database keeps. It can be
  /// read again with ``init(yaml:file:)`` and gives an equal pack.
  public let canonicalBytes: [UInt8]
  /// SHA-256 of ``canonicalBytes``, 64 hexadecimal digits. Comments, order and layout of the file do not change it.
  public let hash: String

  /// Whether the version is in force on a day.
  public func isInForce(on day: CivilDate) -> Bool {
    effectiveFrom <= day && day <= effectiveThrough ?? .max
  }

  /// The reference to one of its rules; nil if it has no such rule.
  public func reference(to key: String) -> RuleReference? {
    entries[key].map { reference(to: $0) }
  }

  func reference(to entry: RuleEntry) -> RuleReference {
    RuleReference(
      pack: name, version: version, hash: hash, key: entry.key, source: entry.provenance.citation,
      isAssumed: entry.provenance.isAssumed)
  }
}
