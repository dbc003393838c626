public import Hummingbird

/// Something of the API that people do on a page: a form made from the route's own description.
///
/// The form stands at the route's path with `/pages` for `/v1`: `POST /v1/petitions/{id}/accept` is done at
/// `/pages/petitions/{id}/accept`. Routes outside of `/v1` keep their whole path.
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
  /// `/pages/petitions/{petitionId}`. A field of the answer counts first; `{path.id}` is always that of the path.
  public let afterwards: String
  /// The path of the API whose version the change is made on; nil for what stands above the route, or
  /// at it for a PUT.
  public let version: String?
  /// Whether the answer is shown instead: it holds what is told only once.
  public let showsAnswer: Bool
  /// Where the form stands, when another page has the route's path; nil for that of the route.
  let page: String?

  public init(
    _ method: HTTPRequest.Method, _ path: String, _ title: PageText, caution: PageText? = nil, afterwards: String,
    version: String? = nil, showsAnswer: Bool = false, at page: String? = nil
  ) {
    route = Route(method, path)
    self.title = title
    self.caution = caution
    self.afterwards = afterwards
    self.version = version
    self.showsAnswer = showsAnswer
    self.page = page
  }

  /// Below `/pages`, with parts in braces.
  var pagePath: String { page ?? String(route.path.dropFirst(route.path.hasPrefix("/v1/") ? "/v1/".count : 1)) }

  /// What the change is made on: what stands at the path that a PUT replaces, else the path without its last part.
  var versionPath: String {
    if let version { return version }
    return route.method == .put
      ? route.path : route.path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  }
}
