import Hummingbird
import Logging

/// Turns every error of a handler into a problem, and an unknown path or method into the right one.
struct ProblemMiddleware: RouterMiddleware {
  typealias Context = ServiceRequestContext

  let routes: RouteTable
  /// Where people read, and what they are shown.
  let page: ProblemPage?

  @concurrent
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let problem = problem(error, request, context)
      if problem.status >= 500 {
        // The error's own words go to the log only; the request id joins the two.
        context.logger.error("A request failed", metadata: ["error": "\(error)", "code": "\(problem.code)"])
      }
      var response =
        if let page, page.covers(request.uri.path) {
          await page.show(problem, request, context)
        } else {
          problem.response(instance: context.requestID)
        }
      if problem.status == 405 {
        response.headers[.allow] = routes.methods(of: request.uri.path).joined(separator: ", ")
      }
      return response
    }
  }

  private func problem(_ error: any Error, _ request: Request, _ context: Context) -> Problem {
    let problem = ProblemMapping.problem(error, bodyLimit: context.maximumBody)
    guard problem.status == 404, !context.isRouted else { return problem }
    let methods = routes.methods(of: request.uri.path)
    return methods.isEmpty ? .notFound("There is nothing at this path.") : .methodNotAllowed(methods)
  }
}

extension ServiceRequestContext {
  /// Whether a route was found. The router names its own not-found responder as the endpoint.
  var isRouted: Bool { endpointPath != nil && endpointPath != "NotFound" }
}
