public import Contracts
public import Hummingbird
public import ServiceKit

/// Who reads a page: in which language, signed in as whom, and under which id logs speak of the request.
public struct PageReader: Sendable {
  public let language: PublicLanguage
  /// Nil for whoever is not signed in.
  public let principal: Principal?
  let session: PageSession?
  let path: String
  /// Whether the address names the language, so that the browser keeps it.
  let hasChosen: Bool
  /// The query without the language: kept where the language is changed.
  let query: String
  let requestID: String

  /// The language is the one that `lang` names, else the one chosen before, else the one the browser asks for.
  public init(_ request: Request, _ context: ServiceRequestContext) {
    let wanted = request.uri.queryParameters["lang"].flatMap { PublicLanguage(rawValue: String($0)) }
    language =
      wanted ?? PageCookie.language.value(in: request).flatMap(PublicLanguage.init(rawValue:))
      ?? PublicLanguage(accepting: request.headers[.acceptLanguage])
    principal = context.principal
    session = context.principal == nil ? nil : PageSession(request)
    path = request.uri.path
    hasChosen = wanted != nil
    query = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("lang=") }.joined(separator: "&")
    requestID = context.requestID
  }
}
