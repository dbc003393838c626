import Configuration
import FoundationEssentials

/// Reads the environment of the process through swift-configuration.
///
/// A secret may also be given as a file, as containers mount them: when `NAME` is unset and `NAME_FILE` is set, the
/// value is the content of that file without the line break at its end.
public struct ConfigurationReader: Sendable {
  private let reader: ConfigReader
  /// All names and values, for settings whose names are open (`KAFKA_<PROPERTY>`).
  let environment: [String: String]

  /// Reads the environment of this process.
  public init() {
    self.init(environment: ProcessInfo.processInfo.environment)
  }

  /// Reads the given variables, for tests and for tools that start services.
  public init(environment: [String: String]) {
    self.environment = environment
    reader = ConfigReader(
      provider: EnvironmentVariablesProvider(environmentVariables: environment, secretsSpecifier: .all))
  }

  /// The text of a variable; nil when it is unset or empty (an empty variable is how a container platform says
  /// "not given").
  func text(_ name: String) -> String? {
    let key = ConfigKey(name.lowercased().split(separator: "_").map(String.init))
    let text = reader.string(forKey: key, isSecret: true)
    return text?.isEmpty == false ? text : nil
  }

  /// The text of a key, from the variable itself or, for a secret, from the file that `NAME_FILE` names.
  func text<Value>(of key: ConfigurationKey<Value>) throws(ConfigurationError) -> String? {
    if let text = text(key.name) { return text }
    guard key.isSecret, let path = text(key.name + "_FILE") else { return nil }
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw ConfigurationError(problems: [
        ConfigurationProblem(key: key.name + "_FILE", message: "the file \(path) cannot be read")
      ])
    }
    var bytes = [UInt8](data)
    while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { bytes.removeLast() }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
