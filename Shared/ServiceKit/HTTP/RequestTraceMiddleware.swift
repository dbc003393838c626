import Contracts
import Hummingbird
import Messaging
import Tracing

/// Gives each request its place in a trace, and the answer too: a `traceparent` is continued with a span of our own (W3C
/// Trace Context §3). What handles the request finds it as the context of its task.
///
/// A span names the route's template: never the path or the query as they came, nor an address.
struct RequestTraceMiddleware: RouterMiddleware {
  typealias Context = ServiceRequestContext

  let tracer: (any Tracer)?

  @concurrent
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    let parent = request.headers[HeaderNames.traceParent].flatMap { TraceParent($0) }
    let span = begin(request, parent)
    let place = span?.context ?? .continuing(Self.place(after: parent))
    context.traceParent = place.traceParent
    do {
      var response = try await ServiceContext.$current.withValue(place) { try await next(request, context) }
      response.headers[HeaderNames.traceParent] = place.traceParent?.description
      if let span { end(span, request, context, response.status.code) }
      return response
    } catch {
      span?.setStatus(SpanStatus(code: .error))
      span?.end()
      throw error
    }
  }

  /// Nothing is recorded: a place of our own all the same, for logs and for events that follow.
  private static func place(after parent: TraceParent?) -> TraceParent {
    TraceParent(newSpanIn: parent?.traceID ?? TraceParent.newTraceID(), isSampled: parent?.isSampled ?? false)
  }

  private func begin(_ request: Request, _ parent: TraceParent?) -> (any Span)? {
    guard let tracer, !AccessLogMiddleware.quiet.contains(request.uri.path) else { return nil }
    return tracer.startSpan(Self.method(request), context: .continuing(parent), ofKind: .server)
  }

  private func end(_ span: any Span, _ request: Request, _ context: Context, _ status: Int) {
    defer { span.end() }
    guard span.isRecording else { return }
    let method = Self.method(request)
    let route = context.isRouted ? context.endpointPath : nil
    span.operationName = route.map { "\(method) \($0)" } ?? method
    span.updateAttributes { attributes in
      attributes["http.request.method"] = method
      attributes["http.route"] = route
      attributes["http.response.status_code"] = status
      if status >= 500 { attributes["error.type"] = String(status) }
    }
    if status >= 500 { span.setStatus(SpanStatus(code: .error)) }
  }

  /// A method is any token of the caller's choice; what no route knows is one.
  private static func method(_ request: Request) -> String {
    RequestMetricsCache.methods.contains(request.method.rawValue) ? request.method.rawValue : "_OTHER"
  }
}
