public import Hummingbird

/// A strong entity tag (RFC 9110 §8.8.3): it changes with every change of what it stands for.
public struct EntityTag: Sendable, Hashable, CustomStringConvertible {
  let value: String

  /// The tag of a row that counts its changes.
  public init(version: Int64) { value = String(version) }

  /// As the header has it, with its quotes.
  public var description: String { "\"\(value)\"" }

  /// Whether a caller that sent `If-None-Match` has this very version already.
  public func isKnown(to request: Request) -> Bool {
    guard let header = request.headers[.ifNoneMatch], let tags = EntityTagList(header) else { return false }
    // Weak comparison (RFC 9110 §13.1.2): for reading, a weak tag is as good as a strong one.
    return tags.isAny || tags.tags.contains { $0.value == value }
  }
}
