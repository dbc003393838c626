public import Contracts
public import FoundationEssentials

/// Where the service runs, its business clock, and where its contracts are found.
public struct DeploymentConfiguration: Sendable {
  public var environment: DeploymentEnvironment
  /// The moment at which the business clock stands when the service starts; nil when it follows real time.
  public var businessClockStart: Date?

  /// Where the schemas of events are found: what events carry as `dataschema`.
  public var schemas: SchemaAddress

  /// What this build is called.
  public var version: String

  public init(
    environment: DeploymentEnvironment = .production, businessClockStart: Date? = nil, schemas: SchemaAddress = .name,
    version: String = "development"
  ) {
    self.environment = environment
    self.businessClockStart = businessClockStart
    self.schemas = schemas
    self.version = version
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
    static let contractsURL = ConfigurationKey(
      "CONTRACTS_URL", .schemaAddress,
      "Where subscribers reach a service, for its /schemas: goes before them in the dataschema of events; unset, events name "
        + "their schema by a urn")
    static let version = ConfigurationKey(
      "ECOREDRESS_VERSION", .text, default: "development", "What this build is called; images set it themselves")
  }

  public static let title = "Deployment"
  public static let keys = [
    Keys.environment.description, Keys.businessClockStart.description, Keys.contractsURL.description,
    Keys.version.description,
  ]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let environment = scope.read(Keys.environment)
    let start = scope.readIfPresent(Keys.businessClockStart)
    let schemas = scope.readIfPresent(Keys.contractsURL) ?? .name
    if environment == .production, scope.isSet(Keys.businessClockStart.name) {
      scope.note(Keys.businessClockStart.name, "is refused in production, where deadlines follow real time")
    }
    let version = scope.read(Keys.version)
    guard let environment, let version, scope.problems.isEmpty else { throw scope.error }
    self.init(environment: environment, businessClockStart: start, schemas: schemas, version: version)
  }
}

extension ConfigurationType where Value == SchemaAddress {
  /// An absolute address without query and fragment.
  static var schemaAddress: Self {
    Self(name: "URL", range: "http://…, https://…, at most 200 bytes, without query and fragment") {
      SchemaAddress(base: $0)
    }
  }
}
