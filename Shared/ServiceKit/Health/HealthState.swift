/// How one component is.
public enum HealthState: Sendable, Equatable {
  case ok
  /// It works in part or waits for others; the reason is shown.
  case degraded(reason: String)
  /// It does not work; the reason is shown.
  case down(reason: String)

  /// The word in the report.
  public var name: String {
    switch self {
    case .ok: "ok"
    case .degraded: "degraded"
    case .down: "down"
    }
  }

  /// Why it is not well.
  public var reason: String? {
    switch self {
    case .ok: nil
    case .degraded(let reason), .down(let reason): reason
    }
  }
}
