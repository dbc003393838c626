import Dispatch
import Hummingbird
import Logging

/// One log record for each request: route template, method, status, time. Never the path or the query as they came,
/// nor an address: they may name a petitioner.
struct AccessLogMiddleware: RouterMiddleware {
  typealias Context = ServiceRequestContext

  /// Called every few seconds by platforms; they would drown the rest.
  static let quiet: Set<String> = ["/healthz", "/readyz", "/metrics"]

  @concurrent
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    let start = DispatchTime.now().uptimeNanoseconds
    let response = try await next(request, context)
    let route = context.isRouted ? context.endpointPath ?? "" : "(none)"
    let level: Logger.Level = Self.quiet.contains(route) ? .trace : .info
    context.logger.log(
      level: level, "request",
      metadata: [
        "route": "\(route)", "method": "\(request.method.rawValue)", "status": "\(response.status.code)",
        "milliseconds": "\((DispatchTime.now().uptimeNanoseconds - start) / 1_000_000)",
      ])
    return response
  }
}
