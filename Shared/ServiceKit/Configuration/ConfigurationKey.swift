/// One setting of a service, declared once: what reads it, what prints it and what documents it are the same lines.
///
/// The name is the environment variable. Twelve-factor: there is no configuration file and no flag beside it.
public struct ConfigurationKey<Value: Sendable>: Sendable {
  /// The name of the environment variable, `UPPER_SNAKE_CASE`.
  public let name: String
  /// How the text is read and what is allowed.
  public let type: ConfigurationType<Value>
  /// The value used when the variable is unset, as it would be written; nil when there is none.
  public let standard: String?
  /// Whether the value must never be printed.
  public let isSecret: Bool
  /// What the setting does, in one line.
  public let meaning: String

  /// - Parameter standard: written as the operator would write it, so that it is checked by the same reader and
  ///   printed as it is.
  public init(
    _ name: String, _ type: ConfigurationType<Value>, default standard: String? = nil, isSecret: Bool = false,
    _ meaning: String
  ) {
    self.name = name
    self.type = type
    self.standard = standard
    self.isSecret = isSecret
    self.meaning = meaning
  }

  /// The key without its Swift type, for tables.
  public var description: ConfigurationKeyDescription {
    ConfigurationKeyDescription(
      name: name, type: type.name, range: type.range, standard: standard, isSecret: isSecret, meaning: meaning)
  }
}
