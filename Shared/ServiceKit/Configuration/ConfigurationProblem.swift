/// One thing wrong with the configuration of a service.
public struct ConfigurationProblem: Sendable, Equatable, CustomStringConvertible {
  /// The environment variable.
  public let key: String
  /// What is wrong and what would be right, in one sentence; never contains the value of a secret.
  public let message: String

  public init(key: String, message: String) {
    self.key = key
    self.message = message
  }

  public var description: String { "\(key): \(message)" }
}
