public import Metrics
import Synchronization

/// Where the parts of a service say how they are, and `/readyz` looks.
///
/// Parts push their state; a check never asks the database or the broker by itself, so that a flood of checks loads
/// nobody and a slow database does not make them time out.
public final class HealthRegistry: Sendable {
  private struct Entry {
    var need: HealthNeed
    var state: HealthState
  }

  private let entries = Mutex<[String: Entry]>([:])
  private let factory: any MetricsFactory

  /// - Parameter metrics: where the gauge `component_healthy` is kept (1 ok, 0.5 degraded, 0 down).
  public init(metrics: (any MetricsFactory)? = nil) {
    factory = metrics ?? MetricsSystem.factory
  }

  /// Announces a component. Until it reports, a required one is down: a service is not ready before it said so.
  /// - Returns: the handle by which the component reports.
  @discardableResult
  public func register(
    _ name: String, _ need: HealthNeed, initially state: HealthState = .down(reason: "not started")
  ) -> HealthReporter {
    entries.withLock { $0[name] = Entry(need: need, state: state) }
    let reporter = HealthReporter(name: name, registry: self, gauge: gauge(name))
    reporter.report(state)
    return reporter
  }

  /// The state of all components.
  public func report() -> HealthReport {
    let entries = entries.withLock { $0 }
    var status = "ok"
    for entry in entries.values {
      switch (entry.state, entry.need) {
      case (.ok, _): break
      case (.down, .required): status = "down"
      default: if status == "ok" { status = "degraded" }
      }
    }
    let components = entries.sorted { $0.key < $1.key }.map {
      HealthReport.Component(name: $0.key, state: $0.value.state)
    }
    return HealthReport(status: status, components: components)
  }

  /// - Returns: the state before; nil when the component is not registered.
  func set(_ name: String, _ state: HealthState) -> HealthState? {
    entries.withLock { entries in
      let before = entries[name]?.state
      entries[name]?.state = state
      return before
    }
  }

  private func gauge(_ name: String) -> Meter {
    Meter(label: "component_healthy", dimensions: [("component", name)], factory: factory)
  }
}
