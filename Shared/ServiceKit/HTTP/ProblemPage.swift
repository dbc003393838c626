public import Hummingbird

/// How people are told what went wrong: below one path, browsers get a page where programs get
/// `application/problem+json`.
public struct ProblemPage: Sendable {
  public typealias Show = @Sendable (Problem, Request, ServiceRequestContext) async -> Response

  let root: String
  let show: Show

  /// - Parameters:
  ///   - root: the path at and below which people read: `/pages`.
  ///   - show: makes the page, for addresses that no route answers too.
  public init(root: String, show: @escaping Show) {
    self.root = root
    self.show = show
  }

  func covers(_ path: String) -> Bool { path == root || path.hasPrefix(root + "/") }
}
