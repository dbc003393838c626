import Hummingbird
import ServiceKit

/// Puts whoever is signed in into the context. A session that is over is nobody's.
struct SessionMiddleware: RouterMiddleware {
  typealias Context = ServiceRequestContext

  let check: PageDesk.TokenCheck

  @concurrent
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    if let session = PageSession(request) { context.principal = try? await check(session.token) }
    return try await next(request, context)
  }
}
