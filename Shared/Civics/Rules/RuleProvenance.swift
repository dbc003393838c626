/// Why a rule has the value it has: a source, or a marked default of ours, or both (a source says that there is such a rule
/// and leaves the number to us).
public struct RuleProvenance: Hashable, Sendable {
  /// What says so; nil for a default that no source mentions.
  public let source: RuleSource?
  /// True for a default that no source settles. A bureau should confirm or replace it.
  public let isAssumed: Bool
  /// Why the default was chosen; always there when ``isAssumed``.
  public let reason: String?

  /// One line for people.
  public var citation: String {
    switch (source, isAssumed) {
    case (let source?, false): source.citation
    case (let source?, true): source.citation + "; assumed: " + (reason ?? "")
    case (nil, _): "assumed: " + (reason ?? "")
    }
  }
}
