import Hummingbird

/// Refuses an address that holds U+0000: no text of the database can hold it, so that it names nothing, and every place that
/// looks something up would have to say so.
struct AddressMiddleware: RouterMiddleware {
  typealias Context = ServiceRequestContext

  @concurrent
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard !request.uri.string.contains("%00") else { throw Problem.refused(detail: "The address holds U+0000.") }
    return try await next(request, context)
  }
}
