public import ServiceKit

/// A page that others link to.
public struct PageLink: Sendable {
  /// From the root of the service.
  public let path: String
  public let words: PageText
  /// Who finds it in the bar; nil for everybody.
  public let roles: Set<Role>?
  private let region: @Sendable () -> String?

  /// - Parameter region: the one region that the page is about, by the rules of the day; who may not act there does not
  ///   find it. Nil for a page that shows everybody their own.
  public init(
    _ path: String, _ words: PageText, for roles: Set<Role>? = nil,
    in region: @escaping @Sendable () -> String? = { nil }
  ) {
    self.path = path
    self.words = words
    self.roles = roles
    self.region = region
  }

  func isShown(to reader: PageReader) -> Bool {
    guard let roles else { return true }
    guard let principal = reader.principal, !principal.roles.isDisjoint(with: roles) else { return false }
    return region().map { principal.mayAct(in: $0) } ?? true
  }
}
