import Contracts

/// A document that is written as JSON or as XML: GeoReport v2 names the parts of both alike, but for the names that XML
/// gives the members of a list.
indirect enum Open311Value: Sendable {
  /// Null in JSON, an empty element in XML.
  case nothing
  case text(String)
  case flag(Bool)
  case number(Int)
  /// A number with its digits as they are.
  case digits(String)
  /// Each member of a list with the name it has in XML.
  case list(of: String, [Open311Value])
  case object([(name: String, value: Open311Value)])

  static func optional(_ text: String?) -> Open311Value { text.map(Open311Value.text) ?? .nothing }

  var json: JSON {
    switch self {
    case .nothing: .null
    case .text(let text): .string(text)
    case .flag(let flag): .bool(flag)
    case .number(let number): .integer(number)
    case .digits(let digits): .number(digits)
    case .list(_, let members): .array(members.map(\.json))
    case .object(let members): .object(members.reduce(into: JSONObject()) { $0[$1.name] = $1.value.json })
    }
  }

  /// As an element of this name.
  func xml(_ name: String) -> String {
    let content = xmlContent
    return content.isEmpty ? "<\(name)/>" : "<\(name)>\(content)</\(name)>"
  }

  private var xmlContent: String {
    switch self {
    case .nothing: ""
    case .text(let text): Self.escaped(text)
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): String(number)
    case .digits(let digits): digits
    case .list(let name, let members): members.map { $0.xml(name) }.joined()
    case .object(let members): members.map { $0.value.xml($0.name) }.joined()
    }
  }

  /// Markup as references, and without what no XML 1.0 document can hold.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
