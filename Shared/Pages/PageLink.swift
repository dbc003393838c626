public import ServiceKit

/// A page that others link to.
public struct PageLink: Sendable {
  /// From the root of the service.
  public let path: String
  public let words: PageText
  /// Who finds it in the bar; nil for everybody.
  public let roles: Set<Role>?

  public init(_ path: String, _ words: PageText, for roles: Set<Role>? = nil) {
    self.path = path
    self.words = words
    self.roles = roles
  }

  func isShown(to reader: PageReader) -> Bool {
    guard let roles else { return true }
    return reader.principal.map { !$0.roles.isDisjoint(with: roles) } ?? false
  }
}
