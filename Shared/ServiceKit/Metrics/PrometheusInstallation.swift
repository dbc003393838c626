import Metrics
import Synchronization

/// The metrics of this process, installed once behind swift-metrics.
enum PrometheusInstallation {
  static let registry: PrometheusRegistry = {
    let registry = PrometheusRegistry()
    MetricsSystem.bootstrap(registry)
    return registry
  }()
}
