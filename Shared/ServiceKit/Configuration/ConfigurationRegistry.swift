/// All settings of one executable, for its `configuration` subcommand and for the documentation.
public struct ConfigurationRegistry: Sendable {
  /// The areas in the order of the documentation.
  public let areas: [any ConfigurationArea.Type]

  public init(areas: [any ConfigurationArea.Type]) {
    self.areas = areas
  }

  /// Every area that ServiceKit itself reads.
  public static let standard = ConfigurationRegistry(areas: [
    DeploymentConfiguration.self, DatabaseConfiguration.self, BrokerConfiguration.self, MessagingConfiguration.self,
    BatchConfiguration.self,
    HTTPConfiguration.self, AuthenticationConfiguration.self, LoggingConfiguration.self, TracingConfiguration.self,
    RulesConfiguration.self,
    SealingConfiguration.self, LifecycleConfiguration.self, FaultConfiguration.self,
  ])

  /// The standard areas and those of one service.
  public func adding(_ more: [any ConfigurationArea.Type]) -> ConfigurationRegistry {
    ConfigurationRegistry(areas: areas + more)
  }

  /// All keys.
  public var keys: [ConfigurationKeyDescription] { areas.flatMap { $0.keys } }

  /// Reads every area only to find what is wrong.
  /// - Throws: every problem of every area at once.
  public func check(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    for area in areas { Self.read(area, &scope) }
    guard scope.problems.isEmpty else { throw scope.error }
  }

  private static func read<Area: ConfigurationArea>(_ area: Area.Type, _ scope: inout ConfigurationScope) {
    _ = scope.read(area)
  }

  /// Variables that are set, unknown, and one slip of the finger away from a known key: `HTPT_PORT`.
  ///
  /// Only a warning, since the environment belongs to others as well.
  /// - Returns: each suspect with the key that was probably meant, sorted.
  public func suspects(in reader: ConfigurationReader) -> [(name: String, meant: String)] {
    let known = Set(keys.map(\.name))
    return reader.environment.keys.sorted().compactMap { name in
      guard !known.contains(name) else { return nil }
      return known.sorted().first { Misspelling.isOneSlip(name, $0) }.map { (name, $0) }
    }
  }
}
