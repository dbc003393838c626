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
    try await next(request, signedIn(request, context))
  }

  /// The context, with whoever is signed in.
  func signedIn(_ request: Request, _ context: Context) async -> Context {
    var context = context
    if let session = PageSession(request) { context.principal = try? await check(session.token) }
    return context
  }
}
