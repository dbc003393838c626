/// Reads several keys and collects what is wrong with all of them.
///
/// ```swift
/// var scope = ConfigurationScope(reader)
/// let host = scope.read(Keys.host)
/// let port = scope.read(Keys.port)
/// guard let host, let port, scope.problems.isEmpty else { throw scope.error }
/// ```
public struct ConfigurationScope {
  private let reader: ConfigurationReader
  /// What was wrong so far.
  public private(set) var problems: [ConfigurationProblem] = []

  public init(_ reader: ConfigurationReader) {
    self.reader = reader
  }

  /// The value of a key that must have one, from the environment or its default.
  /// - Returns: nil when a problem was noted.
  public mutating func read<Value>(_ key: ConfigurationKey<Value>) -> Value? {
    let count = problems.count
    if let value = readIfPresent(key) { return value }
    if problems.count == count {
      note(key.name, "is required: \(key.meaning) (\(key.type.expectation))")
    }
    return nil
  }

  /// The value of a key that may be left out.
  /// - Returns: nil when it is neither set nor has a default, and when a problem was noted.
  public mutating func readIfPresent<Value>(_ key: ConfigurationKey<Value>) -> Value? {
    do throws(ConfigurationError) {
      guard let text = try reader.text(of: key) ?? key.standard else { return nil }
      if let value = key.type.read(text) { return value }
      let shown = key.isSecret ? "the value (secret, not shown)" : "\"\(Self.shortened(text))\""
      note(key.name, "\(shown) is not \(key.type.expectation)")
    } catch {
      problems += error.problems
    }
    return nil
  }

  /// Whether the variable was set by the operator.
  public func isSet(_ name: String) -> Bool { reader.text(name) != nil }

  /// The value of a whole area, its problems added to these.
  public mutating func read<Area: ConfigurationArea>(_ area: Area.Type) -> Area? {
    do throws(ConfigurationError) {
      return try Area(reader)
    } catch {
      problems += error.problems
      return nil
    }
  }

  /// Adds a problem found by comparing settings with each other.
  public mutating func note(_ key: String, _ message: String) {
    problems.append(ConfigurationProblem(key: key, message: message))
  }

  /// All problems as one error.
  public var error: ConfigurationError { ConfigurationError(problems: problems) }

  /// A value fit for one line of an error: what is long or holds line breaks helps nobody.
  private static func shortened(_ text: String) -> String {
    let line = text.map { $0.isNewline ? " " : $0 }
    return line.count <= 60 ? String(line) : String(line.prefix(60)) + "…"
  }
}
