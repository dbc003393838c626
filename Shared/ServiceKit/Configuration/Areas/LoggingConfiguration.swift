public import Logging

/// How much is logged and in which form.
public struct LoggingConfiguration: Sendable {
  /// The form of a log record.
  public enum Format: String, Sendable, CaseIterable {
    /// One JSON object a line, for machines.
    case json
    /// One readable line, for terminals.
    case text
  }

  /// The least severe level that is written.
  public var level: Logger.Level
  public var format: Format

  public init(level: Logger.Level = .info, format: Format = .json) {
    self.level = level
    self.format = format
  }
}

extension LoggingConfiguration: ConfigurationArea {
  enum Keys {
    static let level = ConfigurationKey(
      "LOG_LEVEL", .choice(Logger.Level.self), default: "info", "The least severe level that is written")
    static let format = ConfigurationKey(
      "LOG_FORMAT", .choice(Format.self), default: "json", "One JSON object a line, or readable lines for a terminal")
  }

  public static let title = "Logs"
  public static let keys = [Keys.level.description, Keys.format.description]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let level = scope.read(Keys.level)
    let format = scope.read(Keys.format)
    guard let level, let format, scope.problems.isEmpty else { throw scope.error }
    self.init(level: level, format: format)
  }
}
