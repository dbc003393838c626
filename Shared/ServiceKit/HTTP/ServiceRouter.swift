public import Hummingbird
public import Metrics
public import Tracing

/// The router of a service with everything around its routes: request id and trace, access log, metrics, problems,
/// body limit.
///
/// Each service has its routes in `HTTP/` as small structs:
///
/// ```swift
/// struct PetitionRoutes {
///   let application: Application
///   func register(on group: RouterGroup<ServiceRequestContext>) {
///     group.post("petitions/{id}/accept") { request, context in … }
///   }
/// }
///
/// let service = ServiceRouter(configuration: configuration.http)
/// HealthRoutes(registry: health, metrics: metrics).register(on: service.open)
/// PetitionRoutes(application: application).register(on: service.authenticated(verifier))
/// ```
public struct ServiceRouter: HTTPResponderBuilder {
  private let router: Router<ServiceRequestContext>
  private let routes = RouteTable()
  private let inner = InnerRouter()

  /// - Parameters:
  ///   - metrics: where requests are counted; the process's own by default.
  ///   - tracer: begins a span for each request; nil when nothing is traced.
  ///   - problemPage: how people are told what went wrong; nil where programs alone ask.
  public init(
    configuration: HTTPConfiguration, metrics: (any MetricsFactory)? = nil, tracer: (any Tracer)? = nil,
    problemPage: ProblemPage? = nil
  ) {
    router = Router(context: ServiceRequestContext.self, options: .autoGenerateHeadEndpoints)
    // From the outside in: what comes first sees the finished answer last.
    router.add(
      middleware: RequestIdentityMiddleware(
        maximumBody: configuration.maximumBody, patience: configuration.patience,
        trustedProxies: configuration.trustedProxies, inner: inner))
    router.add(middleware: RequestTraceMiddleware(tracer: tracer))
    router.add(middleware: AccessLogMiddleware())
    router.add(middleware: RequestMetricsMiddleware(factory: metrics ?? MetricsSystem.factory))
    router.add(middleware: ProblemMiddleware(routes: routes, page: problemPage))
    router.add(middleware: AddressMiddleware())
    router.add(middleware: BodyLimitMiddleware())
  }

  /// Routes for everybody: health, a petitioner's query, public registers.
  public var open: RouterGroup<ServiceRequestContext> { router.group() }

  /// Routes for callers with a token; without one they answer 401 whatever the handler does.
  public func authenticated(_ verifier: TokenVerifier) -> RouterGroup<ServiceRequestContext> {
    router.group().add(middleware: AuthenticationMiddleware(verifier))
  }

  /// Every route, `METHOD /path`, sorted; for the operator and for a test that no route is forgotten in the
  /// documentation.
  public var descriptions: [String] { router.routes.map { "\($0.method.rawValue) \($0.path)" }.sorted() }

  public func buildResponder() -> RouterResponder<ServiceRequestContext> {
    let responder = router.buildResponder()
    routes.fill(from: router)
    inner.fill(responder)
    return responder
  }
}
