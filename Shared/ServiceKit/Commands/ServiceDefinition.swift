/// What the shared subcommands must know of an executable.
public protocol ServiceDefinition: Sendable {
  /// The name of the executable, in logs, usage texts and consumer groups: `petitions`.
  static var name: String { get }

  /// Settings that only this service has.
  static var configurationAreas: [any ConfigurationArea.Type] { get }
}

extension ServiceDefinition {
  public static var configurationAreas: [any ConfigurationArea.Type] { [] }

  /// Every setting of the executable.
  public static var registry: ConfigurationRegistry { .standard.adding(configurationAreas) }
}
