public import Contracts
public import Hummingbird
public import ServiceKit

/// Who reads a page: in which language, and under which id logs speak of the request.
public struct PageReader: Sendable {
  public let language: PublicLanguage
  let path: String
  let requestID: String

  /// The language is the one that `lang` names, else the one the browser asks for.
  public init(_ request: Request, _ context: ServiceRequestContext) {
    let wanted = request.uri.queryParameters["lang"].flatMap { PublicLanguage(rawValue: String($0)) }
    language = wanted ?? PublicLanguage(accepting: request.headers[.acceptLanguage])
    path = request.uri.path
    requestID = context.requestID
  }
}
