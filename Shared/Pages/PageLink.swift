/// A page that others link to.
public struct PageLink: Sendable, Equatable {
  /// From the root of the service.
  public let path: String
  public let words: PageText

  public init(_ path: String, _ words: PageText) {
    self.path = path
    self.words = words
  }
}
