public import Logging

/// What every subcommand starts with: the environment and a logger.
public struct CommandContext: Sendable {
  /// The environment of the process.
  public let reader: ConfigurationReader
  /// The logger of the executable.
  public let logger: Logger

  /// Reads how to log and makes that the logging of the process.
  /// - Throws: ``ConfigurationError``.
  init(_ definition: any ServiceDefinition.Type, reader: ConfigurationReader = ConfigurationReader())
    throws(ConfigurationError)
  {
    let configuration = try LoggingConfiguration(reader)
    self.reader = reader
    LoggingInstallation.installOnce(service: definition.name, configuration: configuration)
    var logger = Logger(label: definition.name) { label in
      ServiceLogHandler(label: label, service: definition.name, configuration: configuration)
    }
    logger.logLevel = configuration.level
    self.logger = logger
    for (name, meant) in definition.registry.suspects(in: reader) {
      logger.warning("An unknown setting is ignored", metadata: ["name": "\(name)", "perhaps": "\(meant)"])
    }
  }
}
