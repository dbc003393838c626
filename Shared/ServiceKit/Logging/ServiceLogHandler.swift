public import Logging

/// The log handler of the services: one record a line, as JSON for machines or as text for terminals.
public struct ServiceLogHandler: LogHandler {
  /// The level set at run time, or the one given.
  public var logLevel: Logger.Level {
    get { override.level ?? level }
    set { level = newValue }
  }
  public var metadata: Logger.Metadata = [:]
  public var metadataProvider: Logger.MetadataProvider? = HandlingMetadata.provider

  private var level: Logger.Level
  private let override: LogLevelCell
  private let label: String
  private let service: String
  private let format: LoggingConfiguration.Format
  private let output: LogOutput

  /// - Parameters:
  ///   - label: the part of the service that logs.
  ///   - service: the name of the executable, in every record.
  public init(
    label: String, service: String, configuration: LoggingConfiguration = LoggingConfiguration(),
    output: LogOutput = .standardError
  ) {
    self.init(label: label, service: service, configuration: configuration, output: output, levels: .process)
  }

  init(
    label: String, service: String, configuration: LoggingConfiguration, output: LogOutput, levels: LogLevels
  ) {
    self.label = label
    self.service = service
    self.format = configuration.format
    self.level = configuration.level
    override = levels.cell(of: label)
    self.output = output
  }

  public subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    var merged = metadata
    if let provided = metadataProvider?.get() { merged.merge(provided) { _, new in new } }
    if let own = event.metadata { merged.merge(own) { _, new in new } }
    switch format {
    case .json: output.write(JSONLogRecord.line(event, service: service, label: label, metadata: merged))
    case .text: output.write(TextLogRecord.line(event, label: label, metadata: merged))
    }
  }

  /// Makes this the handler of every logger of the process. Call once, before the first logger is made.
  public static func install(service: String, configuration: LoggingConfiguration) {
    LoggingSystem.bootstrap { label in
      ServiceLogHandler(label: label, service: service, configuration: configuration)
    }
  }
}
