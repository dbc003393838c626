import Contracts
public import Hummingbird

/// `/healthz`, `/readyz` and `/metrics`: without a token, since platforms have none. Keep them off the public
/// address; they tell no secrets, but nobody outside needs them.
public struct HealthRoutes: Sendable {
  private let registry: HealthRegistry
  private let metrics: PrometheusRegistry

  public init(registry: HealthRegistry, metrics: PrometheusRegistry) {
    self.registry = registry
    self.metrics = metrics
  }

  /// Adds the three routes.
  public func register(on group: RouterGroup<ServiceRequestContext>) {
    // Alive means that requests are answered at all. It never depends on others: a restart mends no database.
    group.get("healthz") { _, _ in JSONResponse(["status": "alive"]) }
    group.get("readyz") { [registry] _, _ in
      let report = registry.report()
      return JSONResponse(report.json, status: report.isReady ? .ok : .serviceUnavailable)
    }
    group.get("metrics") { [metrics] _, _ in
      Response(
        status: .ok, headers: [.contentType: PrometheusRegistry.mediaType, .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.text())))
    }
  }
}
