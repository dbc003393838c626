internal import Hummingbird
internal import ServiceKit

/// In place of a verified token: whoever is named in it calls, in the header of a request or in the cookie of a browser.
struct Introduction: RouterMiddleware {
  typealias Context = ServiceRequestContext

  @concurrent
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let token = request.headers[.authorization]?.dropFirst("Bearer ".count), let person = Person(token: token)
    else { throw Problem.unauthenticated }
    var context = context
    context.principal = person.principal
    return try await next(request, context)
  }
}
