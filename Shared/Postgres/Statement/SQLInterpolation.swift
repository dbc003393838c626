/// What may stand in `\(…)` inside a statement.
public struct SQLInterpolation: StringInterpolationProtocol, Sendable {
  var sql = SQL(stringLiteral: "")

  public init(literalCapacity: Int, interpolationCount: Int) {}

  public mutating func appendLiteral(_ literal: String) { sql.appendLiteral(literal) }

  /// Binds a value to the next parameter.
  public mutating func appendInterpolation(_ value: some PostgresEncodable) { sql.append(value) }

  /// Pastes a name, quoted so that it is one identifier whatever it holds.
  public mutating func appendInterpolation(identifier name: String) {
    var quoted = "\""
    for character in name.unicodeScalars {
      if character == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(character)
    }
    sql.appendDynamic(quoted + "\"")
  }

  /// Pastes a part of a statement, its values still bound.
  public mutating func appendInterpolation(_ part: SQL) { sql.append(part) }

  /// Pastes text as it is. Never give it anything that came from outside.
  public mutating func appendInterpolation(unescaped text: String) { sql.appendDynamic(text) }
}
