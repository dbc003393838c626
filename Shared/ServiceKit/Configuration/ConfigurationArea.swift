/// A group of settings that are read together: one struct with an explicit initialiser for code and tests, and this
/// initialiser for the environment.
public protocol ConfigurationArea: Sendable {
  /// The heading of the group in the documentation.
  static var title: String { get }

  /// Its keys in the order of the documentation.
  static var keys: [ConfigurationKeyDescription] { get }

  /// Reads the group.
  /// - Throws: every problem of the group at once.
  init(_ reader: ConfigurationReader) throws(ConfigurationError)
}
