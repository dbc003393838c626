/// Cuts the text of an expression into words and signs (CESQL 1.0 §2.2).
struct CESQLLexer {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The tokens of a text, `end` the last of them.
  static func tokens(_ text: String) throws(CESQLParseError) -> [CESQLToken] {
    var lexer = CESQLLexer(text)
    var tokens: [CESQLToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(CESQLParseError) -> CESQLToken {
    let before = index
    while index < scalars.count, " \t\r\n".unicodeScalars.contains(scalars[index]) { index += 1 }
    let (start, isAttached) = (index, index == before && index > 0)
    func token(_ kind: CESQLToken.Kind) -> CESQLToken {
      CESQLToken(kind: kind, position: start + 1, isAttached: isAttached)
    }
    guard index < scalars.count else { return token(.end) }
    let scalar = scalars[index]
    if CESQLLexer.isWord(scalar) {
      let word = run(while: CESQLLexer.isWord)
      return token(word.unicodeScalars.allSatisfy(CESQLLexer.isDigit) ? .digits(word) : .word(word))
    }
    if scalar == "'" || scalar == "\"" { return token(.text(try quoted(by: scalar))) }
    for sign in ["!=", "<>", ">=", "<=", "=", "<", ">", "+", "-", "*", "/", "%", "(", ")", ","] {
      let parts = Array(sign.unicodeScalars)
      guard scalars[index...].starts(with: parts) else { continue }
      index += parts.count
      return token(.sign(sign))
    }
    throw CESQLParseError(
      position: start + 1, message: "The sign \(CESQLLexer.shown(scalar)) means nothing here.",
      remedy:
        "Write text in quotes, names in ASCII letters and digits, and operators and parentheses in their ASCII forms."
    )
  }

  /// The text up to the closing quote. A backslash before that quote escapes it; any other stays as it is.
  private mutating func quoted(by quote: Unicode.Scalar) throws(CESQLParseError) -> String {
    let start = index
    var text = String.UnicodeScalarView()
    index += 1
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == quote {
        index += 1
        return String(text)
      }
      if scalar == "\\", index + 1 < scalars.count {
        if scalars[index + 1] != quote { text.append(scalar) }
        index += 1
      }
      text.append(scalars[index])
      index += 1
    }
    throw CESQLParseError(
      position: start + 1, message: "The text that begins here has no end.",
      remedy: "Close it with \(quote); write \\\(quote) for this sign inside of it.")
  }

  private mutating func run(while belongs: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while index < scalars.count, belongs(scalars[index]) {
      text.append(scalars[index])
      index += 1
    }
    return String(text)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.properties.generalCategory == .control
      ? "U+\(String(scalar.value, radix: 16, uppercase: true))" : "“\(scalar)”"
  }
}
