import Metrics

extension PrometheusRegistry {
  private static let installed: PrometheusRegistry = {
    let registry = PrometheusRegistry()
    MetricsSystem.bootstrap(registry)
    return registry
  }()

  /// The registry of this process, made the backend of swift-metrics at the first call. Call it before the first
  /// metric is made: swift-metrics traps when it is given a backend twice, and metrics made earlier count nowhere.
  public static func install() -> PrometheusRegistry { installed }
}
