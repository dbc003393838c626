public import Contracts

/// What the API answered to a page.
public struct PageAnswer: Sendable {
  public let json: JSON
  /// The version of what was read, for `If-Match`; nil where it has none.
  public let tag: String?
}
