public import Messaging

/// Where a test kills or freezes this process.
public struct FaultConfiguration: Sendable {
  public var points: FaultPoints

  public init(points: FaultPoints = .none) {
    self.points = points
  }
}

extension FaultConfiguration: ConfigurationArea {
  enum Keys {
    static let points = ConfigurationKey(
      "FAULT_POINTS", .text, "A test instrument: point=kill@hit or point=stop@hit,…; refused in production")
  }

  public static let title = "Tests"
  public static let keys = [Keys.points.description]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let specification = scope.readIfPresent(Keys.points) ?? ""
    var points = FaultPoints.none
    do throws(FaultPointsError) {
      points = try FaultPoints(specification: specification)
    } catch {
      scope.note(Keys.points.name, error.description)
    }
    // An environment that cannot be read is its own area's problem; here it counts as production.
    let environment = ConfigurationScope(reader).environment
    if environment == .production, !specification.isEmpty {
      scope.note(Keys.points.name, "is refused in production: it would kill the service")
    }
    guard scope.problems.isEmpty else { throw scope.error }
    self.init(points: points)
  }
}

extension ConfigurationScope {
  /// The kind of place, production when it cannot be read.
  fileprivate var environment: DeploymentEnvironment {
    var copy = self
    return copy.readIfPresent(DeploymentConfiguration.Keys.environment) ?? .production
  }
}
