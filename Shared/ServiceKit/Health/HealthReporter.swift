import Metrics

/// How one component reports its state. Cheap enough to call at every success and failure.
public struct HealthReporter: Sendable {
  private let name: String
  private let registry: HealthRegistry
  private let gauge: Meter

  init(name: String, registry: HealthRegistry, gauge: Meter) {
    self.name = name
    self.registry = registry
    self.gauge = gauge
  }

  /// Says how the component is now.
  /// - Parameter state: its reason is shown to whoever can reach `/readyz`; no secrets, no personal data.
  /// - Returns: whether this is another state than before, for logging changes and not every report.
  @discardableResult
  public func report(_ state: HealthState) -> Bool {
    let before = registry.set(name, state)
    switch state {
    case .ok: gauge.set(1)
    case .degraded: gauge.set(0.5)
    case .down: gauge.set(0)
    }
    return before != state
  }
}
