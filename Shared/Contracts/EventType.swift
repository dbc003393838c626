/// The `type` attribute of an event: `ecoredress.<noun>.<verb in the past tense>.v<N>`.
///
/// Never prefixed by deployment: a subscriber's filter holds in every city. Within a version fields are only added;
/// anything else is a new version, published beside the old one while anybody reads it.
public struct EventType: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The whole text; types of outsiders that do not follow the convention are carried as they are.
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }

  /// The type without its version, such as `ecoredress.petition.received`; the whole text when it has none.
  public var family: String { versionSeparator.map { String(rawValue[..<$0]) } ?? rawValue }

  /// The number after `.v`, nil when there is none.
  public var version: Int? { versionSeparator.flatMap { Int(rawValue[$0...].dropFirst(2)) } }

  public var description: String { rawValue }

  private var versionSeparator: String.Index? {
    guard let dot = rawValue.lastIndex(of: "."), rawValue[dot...].hasPrefix(".v") else { return nil }
    let digits = rawValue[dot...].dropFirst(2)
    return !digits.isEmpty && digits.utf8.allSatisfy { Byte.zero...Byte.nine ~= $0 } ? dot : nil
  }
}
