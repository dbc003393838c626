import Hummingbird
import ServiceKit

/// Shows refusals to people as pages. Errors that nobody described go on to the one place that logs them.
struct PageMiddleware: RouterMiddleware {
  typealias Context = ServiceRequestContext

  let book: PageBook

  @concurrent
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as any ProblemConvertible where error.problem.status < 500 {
      return book.page(error.problem, for: PageReader(request, context))
    }
  }
}
