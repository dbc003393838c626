/// Reads the type of a value:
///
///     type   = ( plain | words | named | "[" type "]" | "{" type "}" ) [ "?" ]     "?": or null
///     plain  = name [ "(" [least] ".." most ")" ]                                  text, text(..256), integer(1..200)
///     words  = word *( "|" word ) | "=" word                                       one of these
///     named  = a name that begins with a capital, or the type of an event
struct HTTPTypeReader {
  /// The forms of plain values.
  static let plain: Set<String> = [
    "text", "uuid", "instant", "day", "integer", "number", "flag", "region", "base64", "any", "object", "codes",
  ]

  private var rest: Substring

  /// - Throws: when the text is no type, or goes on after it.
  static func type(_ text: String) throws(HTTPContractError) -> HTTPType {
    var reader = HTTPTypeReader(rest: text[...])
    let type = try reader.type()
    guard reader.rest.isEmpty else { throw HTTPContractError(line: text, reason: "the type goes on after its end") }
    return type
  }

  /// Fields separated by semicolons: `name?: type -- what it is; …`.
  static func fields(_ text: String) throws(HTTPContractError) -> [HTTPField] {
    var fields: [HTTPField] = []
    for part in text.split(separator: ";") {
      let part = trimmed(part)
      if part.isEmpty { continue }
      guard let colon = part.firstIndex(of: ":") else {
        throw HTTPContractError(line: part, reason: "a field is written name: type")
      }
      let halves = part[part.index(after: colon)...].split(separator: " -- ", maxSplits: 1)
      let name = trimmed(part[..<colon])
      fields.append(
        HTTPField(
          name: name.hasSuffix("?") ? String(name.dropLast()) : name,
          type: try type(trimmed(halves.first ?? "")), isOptional: name.hasSuffix("?"),
          about: halves.count == 2 ? trimmed(halves[1]) : ""))
    }
    return fields
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  private mutating func type() throws(HTTPContractError) -> HTTPType {
    let type = try bare()
    guard rest.first == "?" else { return type }
    rest.removeFirst()
    return .nullable(type)
  }

  private mutating func bare() throws(HTTPContractError) -> HTTPType {
    switch rest.first {
    case "[": return .list(try enclosed("]"))
    case "{": return .map(try enclosed("}"))
    case "=":
      rest.removeFirst()
      return .words([word()])
    default: break
    }
    let first = word()
    guard let letter = first.first else { throw HTTPContractError(line: String(rest), reason: "a type is missing") }
    if rest.first == "|" {
      var words = [first]
      while rest.first == "|" {
        rest.removeFirst()
        words.append(word())
      }
      return .words(words)
    }
    if letter.isUppercase || first.hasPrefix("ecoredress.") { return .named(first) }
    guard Self.plain.contains(first) else {
      throw HTTPContractError(line: first, reason: "no plain type has this name")
    }
    return .plain(first, try bounds())
  }

  private mutating func enclosed(_ end: Character) throws(HTTPContractError) -> HTTPType {
    rest.removeFirst()
    let type = try type()
    guard rest.first == end else { throw HTTPContractError(line: String(rest), reason: "expected \(end)") }
    rest.removeFirst()
    return type
  }

  private mutating func word() -> String {
    let word = rest.prefix { !"|?[]{}()=".contains($0) && !$0.isWhitespace }
    rest = rest.dropFirst(word.count)
    return String(word)
  }

  /// `(a..b)`, `(..b)` from zero, or nothing.
  private mutating func bounds() throws(HTTPContractError) -> ClosedRange<Int>? {
    guard rest.first == "(" else { return nil }
    let inside = rest.dropFirst().prefix { $0 != ")" }
    let ends = inside.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2, let least = ends[0].isEmpty ? 0 : Int(ends[0]), let most = Int(ends[1]), least <= most,
      rest.dropFirst(inside.count + 1).first == ")"
    else { throw HTTPContractError(line: String(rest), reason: "bounds are written (1..200)") }
    rest = rest.dropFirst(inside.count + 2)
    return least...most
  }
}
