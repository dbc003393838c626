public import FoundationEssentials

/// Where the service runs, and the business clock.
public struct DeploymentConfiguration: Sendable {
  public var environment: DeploymentEnvironment
  /// The moment at which the business clock stands when the service starts; nil when it follows real time.
  public var businessClockStart: Date?

  public init(environment: DeploymentEnvironment = .production, businessClockStart: Date? = nil) {
    self.environment = environment
    self.businessClockStart = businessClockStart
  }
}

extension DeploymentConfiguration: ConfigurationArea {
  enum Keys {
    static let environment = ConfigurationKey(
      "ENVIRONMENT", .choice(DeploymentEnvironment.self), default: "production",
      "What kind of place this is; production refuses every test instrument")
    static let businessClockStart = ConfigurationKey(
      "BUSINESS_CLOCK_START", .instant,
      "The business clock starts at this moment and stands still until it is advanced; refused in production")
  }

  public static let title = "Deployment"
  public static let keys = [Keys.environment.description, Keys.businessClockStart.description]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let environment = scope.read(Keys.environment)
    let start = scope.readIfPresent(Keys.businessClockStart)
    if environment == .production, scope.isSet(Keys.businessClockStart.name) {
      scope.note(Keys.businessClockStart.name, "is refused in production, where deadlines follow real time")
    }
    guard let environment, scope.problems.isEmpty else { throw scope.error }
    self.init(environment: environment, businessClockStart: start)
  }
}
