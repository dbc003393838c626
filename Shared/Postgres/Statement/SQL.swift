/// A statement whose interpolated values are always bound, never pasted into the text.
///
/// ```swift
/// let rows = try await connection.query(
///   "select id, title from petition where region = \(region) and opened >= \(since)", as: (UUID, String?).self)
/// ```
/// A value's parameter is declared with the type of the value (`Int` is `bigint`, `String` is `text`, `Date` is
/// `timestamptz`, `[UUID]` is `uuid[]` …); where PostgreSQL wants another type, cast: `\(kind)::petition_kind`.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
  /// The literal texts between the parameters: always one more than there are parameters.
  private(set) var parts: [String]
  private(set) var bindings = Bindings()
  /// Whether the text holds anything but literals, so that it may differ from one execution to the next.
  private(set) var isDynamic = false

  public init(stringLiteral value: String) { parts = [value] }

  public init(stringInterpolation: SQLInterpolation) { self = stringInterpolation.sql }

  /// A statement of text made at run time. Never make it of anything that came from outside.
  public init(unescaped text: String) {
    parts = [text]
    isDynamic = true
  }

  /// The statement as the server receives it, with `$1`, `$2` … for its parameters.
  public var text: String {
    guard parts.count > 1 else { return parts[0] }
    var text = ""
    text.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 3 })
    text += parts[0]
    for index in 1..<parts.count {
      text += "$"
      text += String(index)
      text += parts[index]
    }
    return text
  }

  mutating func appendLiteral(_ text: String) { parts[parts.count - 1] += text }

  mutating func appendDynamic(_ text: String) {
    parts[parts.count - 1] += text
    isDynamic = true
  }

  mutating func append(_ value: some PostgresEncodable) {
    bindings.append(value)
    parts.append("")
  }

  mutating func append(_ other: SQL) {
    parts[parts.count - 1] += other.parts[0]
    parts.append(contentsOf: other.parts.dropFirst())
    bindings.append(other.bindings)
    isDynamic = isDynamic || other.isDynamic
  }
}

extension SQL: CustomStringConvertible, CustomDebugStringConvertible {
  /// The text without the bound values.
  public var description: String { text }

  /// The text and how many values are bound; a value itself is never printed, since it may be personal data.
  public var debugDescription: String {
    let values = bindings.types.enumerated().map { "$\($0.offset + 1)::\($0.element) = ****" }
    return values.isEmpty ? text : "\(text) [\(values.joined(separator: ", "))]"
  }
}
