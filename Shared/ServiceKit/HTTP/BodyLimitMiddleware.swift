import Hummingbird

/// Refuses a body that says it is too large before a byte of it is read. Bodies that do not say are counted while
/// they are read.
struct BodyLimitMiddleware: RouterMiddleware {
  typealias Context = ServiceRequestContext

  @concurrent
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > context.maximumBody {
      throw Problem.bodyTooLarge(limit: context.maximumBody)
    }
    return try await next(request, context)
  }
}
