import Dispatch
import Hummingbird
import Metrics

/// Counts and times requests by route template, method and status class: all three are bounded, whatever callers
/// send. `http_requests_total`, `http_request_duration_seconds`, `http_requests_active`.
struct RequestMetricsMiddleware: RouterMiddleware {
  typealias Context = ServiceRequestContext

  private let cache: RequestMetricsCache

  init(factory: any MetricsFactory) {
    cache = RequestMetricsCache(factory: factory)
  }

  @concurrent
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    let start = DispatchTime.now().uptimeNanoseconds
    cache.active.increment(by: 1)
    defer { cache.active.decrement(by: 1) }
    let response = try await next(request, context)
    let metrics = cache.metrics(
      route: context.isRouted ? context.endpointPath ?? "" : "(none)", method: request.method.rawValue,
      status: response.status.code)
    metrics.count.increment()
    metrics.time.recordNanoseconds(DispatchTime.now().uptimeNanoseconds - start)
    return response
  }
}
