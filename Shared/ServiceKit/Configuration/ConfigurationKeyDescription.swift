/// What the documentation says about one setting.
public struct ConfigurationKeyDescription: Sendable, Equatable {
  /// The environment variable.
  public let name: String
  /// The type in the operator's words, for example `integer` or `milliseconds`.
  public let type: String
  /// The values allowed, for example `1…65535`; empty when any value of the type is.
  public let range: String
  /// The value used when the variable is unset; nil when there is none.
  public let standard: String?
  /// Whether the value must never be printed. A secret may also be given as a file: `NAME_FILE`.
  public let isSecret: Bool
  /// What the setting does, in one line.
  public let meaning: String

  /// Whether the name stands for many, as `KAFKA_<PROPERTY>` does.
  var isPattern: Bool { name.contains("<") }

  public init(
    name: String, type: String, range: String = "", standard: String? = nil, isSecret: Bool = false, meaning: String
  ) {
    self.name = name
    self.type = type
    self.range = range
    self.standard = standard
    self.isSecret = isSecret
    self.meaning = meaning
  }
}
