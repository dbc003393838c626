import Contracts

/// The state of a service and of each of its components at one moment.
public struct HealthReport: Sendable, Equatable {
  /// One component in the report.
  public struct Component: Sendable, Equatable {
    public let name: String
    public let state: HealthState
  }

  /// `ok`, `degraded` or `down`; down only when a required component is.
  public let status: String
  /// Sorted by name.
  public let components: [Component]

  /// Whether traffic should come.
  public var isReady: Bool { status != "down" }

  var json: JSON {
    var components = JSONObject()
    for component in self.components {
      var entry = JSONObject()
      entry.set("status", component.state.name)
      entry.set("reason", component.state.reason)
      components.set(component.name, .object(entry))
    }
    return .object(["status": .string(status), "components": .object(components)])
  }
}
