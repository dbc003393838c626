public import Contracts
public import Hummingbird
public import ServiceKit

/// One request of a person for a page, with whatever the page needs to answer it.
///
/// A page reads and changes through the API of its own service, with the token of whoever is signed in: roles, regions,
/// versions, keys and audit are then the API's, and no page can do more.
public struct PageVisit: Sendable {
  public let reader: PageReader
  /// Who is signed in.
  public let principal: Principal
  public let request: Request
  public let context: ServiceRequestContext
  let desk: PageDesk

  /// What words and values look like to this reader.
  public var words: WordBook { desk.words }

  /// A part of the path that the route names.
  /// - Throws: 404 where the route has no such part.
  public func parameter(_ name: String) throws -> String {
    guard let value = context.parameters.get(name) else { throw Problem.notFound("There is nothing at this path.") }
    return PagePath.decoded(value)
  }

  /// What the address has behind its question mark under this name; nil for nothing.
  public func query(_ name: String) -> String? {
    request.uri.queryParameters[name[...]].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Asks the API.
  /// - Parameters:
  ///   - path: from the root, such as `/v1/petitions`; parts that come from outside must have passed ``PagePath``.
  ///   - query: names and values, encoded here; what is nil is left out.
  /// - Throws: ``Problem`` as the API answers it.
  public func get(_ path: String, _ query: [(String, String?)] = []) async throws -> PageAnswer {
    try await InnerCall(visit: self).send(.get, path + PagePath.query(query))
  }

  /// As ``get(_:_:)``, but nil where there is nothing, or nothing that this reader may see: for parts of a page that others
  /// may see more of.
  public func glance(_ path: String, _ query: [(String, String?)] = []) async throws -> PageAnswer? {
    do {
      return try await get(path, query)
    } catch let problem as Problem where [403, 404].contains(problem.status) {
      return nil
    }
  }

  /// What the API answers as it is, such as a picture.
  public func file(_ path: String, _ query: [(String, String?)] = []) async throws -> Response {
    var response = try await InnerCall(visit: self).respond(.get, path + PagePath.query(query))
    response.headers[.xContentTypeOptions] = "nosniff"
    return response
  }

  /// Asks the API to do something.
  /// - Parameters:
  ///   - key: the `Idempotency-Key`.
  ///   - match: the version seen, for `If-Match`.
  public func send(
    _ method: HTTPRequest.Method, _ path: String, _ body: JSON?, key: String? = nil, match: String? = nil
  ) async throws -> PageAnswer {
    try await InnerCall(visit: self).send(method, path, body: body, key: key, match: match)
  }

  /// Leads on to another of our pages.
  public func goes(to path: String) -> Response { PageDesk.redirect(to: path) }

  /// The start of a service that has no pages for the reader's roles.
  public func nothingHere() -> Response {
    show("nothing", PageText("本系统没有您的角色可用的页面", "This service has no pages for your role"), [:])
  }

  /// The page of a template.
  /// - Parameter values: JSON as the API answers it, or texts, truth values, lists and dictionaries. JSON gains the
  ///   transforms of ``PageValue`` on the way.
  public func show(
    _ template: String, _ title: PageText, _ values: [String: any Sendable], status: HTTPResponse.Status = .ok
  ) -> Response {
    desk.book.page(template, title, mustache(values), for: reader, status: status)
  }

  /// With JSON as templates take it.
  func mustache(_ values: [String: any Sendable]) -> [String: any Sendable] {
    var shown: [String: any Sendable] = [:]
    for (name, value) in values {
      if let json = value as? JSON {
        shown[name] = PageValue.values(json, words: words, language: reader.language, field: name)
      } else {
        shown[name] = value
      }
    }
    return shown
  }
}
