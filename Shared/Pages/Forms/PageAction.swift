public import Hummingbird

/// Something of the API that people do on a page: a form made from the route's own description.
///
/// The form stands at the route's path with `/pages` for `/v1`: `POST /v1/petitions/{id}/accept` is done at
/// `/pages/petitions/{id}/accept`.
public struct PageAction: Sendable {
  /// A route of the API.
  public struct Route: Sendable, Hashable {
    public let method: HTTPRequest.Method
    /// With parts in braces.
    public let path: String

    public init(_ method: HTTPRequest.Method, _ path: String) {
      self.method = method
      self.path = path
    }
  }

  public let route: Route
  public let title: PageText
  /// What whoever does it should know beforehand; nil for nothing.
  public let caution: PageText?
  /// The page to go to afterwards, with the parts of the route's path and fields of the answer in braces:
  /// `/pages/petitions/{petitionId}`.
  public let afterwards: String
  /// The path of the API whose version the change is made on; nil for what stands above the route.
  public let version: String?
  /// Whether the answer is shown instead: it holds what is told only once.
  public let showsAnswer: Bool

  public init(
    _ method: HTTPRequest.Method, _ path: String, _ title: PageText, caution: PageText? = nil, afterwards: String,
    version: String? = nil, showsAnswer: Bool = false
  ) {
    route = Route(method, path)
    self.title = title
    self.caution = caution
    self.afterwards = afterwards
    self.version = version
    self.showsAnswer = showsAnswer
  }

  /// Below `/pages`, with parts in braces.
  var pagePath: String { String(route.path.dropFirst("/v1/".count)) }

  /// What the change is made on: the path without its last part.
  var versionPath: String {
    version ?? route.path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  }
}
