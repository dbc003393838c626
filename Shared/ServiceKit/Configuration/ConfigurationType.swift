/// How the text of a setting becomes a value, and what its documentation says about that.
public struct ConfigurationType<Value: Sendable>: Sendable {
  /// The type in the operator's words.
  public let name: String
  /// The values allowed; empty when any value of the type is.
  public let range: String
  /// Reads the text; nil when it is not allowed.
  let read: @Sendable (String) -> Value?

  public init(name: String, range: String = "", read: @escaping @Sendable (String) -> Value?) {
    self.name = name
    self.range = range
    self.read = read
  }

  /// What an error says is expected, for example `integer 1…65535`.
  var expectation: String { range.isEmpty ? name : "\(name) \(range)" }
}
