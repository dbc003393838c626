/// Reads an expression by the grammar and precedence of CESQL 1.0 (§2, §3.6). What binds alike goes from left to right.
struct CESQLParser {
  /// How deep parentheses, functions and unary operators may nest.
  static let depthLimit = 32
  /// The most operators, names and literals.
  static let sizeLimit = 500

  private let tokens: [CESQLToken]
  private var index = 0
  private var depth = 0
  private var size = 0

  static func expression(_ text: String) throws(CESQLParseError) -> CESQLExpression {
    var parser = CESQLParser(tokens: try CESQLLexer.tokens(text))
    let expression = try parser.binary(from: 1)
    if parser.token.kind != .end { throw parser.unexpected("an operator or the end") }
    return expression
  }

  private init(tokens: [CESQLToken]) { self.tokens = tokens }

  private var token: CESQLToken { tokens[min(index, tokens.count - 1)] }
  private var following: CESQLToken { tokens[min(index + 1, tokens.count - 1)] }

  /// Operands and operators that bind at least so tightly.
  private mutating func binary(from precedence: Int) throws(CESQLParseError) -> CESQLExpression {
    var left = try operand()
    while let sign = CESQLOperator(token), sign.precedence >= precedence {
      try count()
      index += 1
      left = .binary(sign, left, try binary(from: sign.precedence + 1))
    }
    return left
  }

  /// An operand with the LIKE and IN after it, which bind more tightly than what has two operands.
  private mutating func operand() throws(CESQLParseError) -> CESQLExpression {
    var expression = try unary()
    while true {
      let isNegated = token.isKeyword(.not) && (following.isKeyword(.like) || following.isKeyword(.isIn))
      if isNegated { index += 1 }
      if token.isKeyword(.like) {
        try count()
        index += 1
        guard case .text(let pattern) = token.kind else { throw unexpected("the pattern in quotes") }
        index += 1
        expression = .like(expression, LikePattern(pattern), isNegated: isNegated)
      } else if token.isKeyword(.isIn) {
        try count()
        index += 1
        expression = .isIn(expression, try list(allowsNone: false), isNegated: isNegated)
      } else {
        return expression
      }
    }
  }

  private mutating func unary() throws(CESQLParseError) -> CESQLExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= CESQLParser.depthLimit else {
      throw CESQLParseError(
        position: token.position, message: "The expression nests deeper than \(CESQLParser.depthLimit) levels.",
        remedy: "Take parentheses away, or put the parts into filters of their own.")
    }
    try count()
    if token.isKeyword(.not) {
      index += 1
      return .not(try unary())
    }
    if token.isSign("-") || token.isSign("+") {
      if case .digits(let digits) = following.kind, following.isAttached {
        let sign = token.isSign("-") ? "-" : ""
        index += 1
        return try integer(sign + digits)
      }
      guard token.isSign("-") else { throw unexpected("a value") }
      index += 1
      return .minus(try unary())
    }
    return try atom()
  }

  private mutating func atom() throws(CESQLParseError) -> CESQLExpression {
    switch token.kind {
    case .text(let text):
      index += 1
      return .literal(.string(text))
    case .digits(let digits): return try integer(digits)
    case .sign("("):
      index += 1
      let expression = try binary(from: 1)
      guard token.isSign(")") else { throw unexpected("“)”") }
      index += 1
      return expression
    case .word(let word): return try named(word)
    case .sign, .end: throw unexpected("a value")
    }
  }

  /// A keyword's value, a function with its arguments, or an attribute.
  private mutating func named(_ word: String) throws(CESQLParseError) -> CESQLExpression {
    if token.isKeyword(.isTrue) || token.isKeyword(.isFalse) {
      defer { index += 1 }
      return .literal(.boolean(token.isKeyword(.isTrue)))
    }
    if token.isKeyword(.exists) {
      index += 1
      guard case .word(let name) = token.kind else { throw unexpected("the name of an attribute") }
      return .exists(try attribute(name))
    }
    guard following.isSign("(") else { return .attribute(try attribute(word)) }
    guard word.utf8.first != UInt8(ascii: "_"), !word.utf8.contains(where: { 0x30...0x39 ~= $0 }) else {
      throw unexpected("the name of a function, which is of letters and underscores")
    }
    guard CESQLKeyword(rawValue: word.uppercased()) == nil else { throw unexpected("a value") }
    index += 1
    return .call(word.uppercased(), try list(allowsNone: true))
  }

  /// The name of an attribute in lower case: names of CloudEvents have no other letters.
  private mutating func attribute(_ word: String) throws(CESQLParseError) -> String {
    guard !word.utf8.contains(UInt8(ascii: "_")) else {
      throw unexpected("the name of an attribute, which is of letters and digits")
    }
    guard CESQLKeyword(rawValue: word.uppercased()) == nil else { throw unexpected("a value") }
    index += 1
    return word.lowercased()
  }

  /// Expressions between parentheses, with commas.
  private mutating func list(allowsNone: Bool) throws(CESQLParseError) -> [CESQLExpression] {
    guard token.isSign("(") else { throw unexpected("“(”") }
    index += 1
    if allowsNone, token.isSign(")") {
      index += 1
      return []
    }
    var elements = [try binary(from: 1)]
    while token.isSign(",") {
      index += 1
      elements.append(try binary(from: 1))
    }
    guard token.isSign(")") else { throw unexpected("“,” or “)”") }
    index += 1
    return elements
  }

  private mutating func integer(_ digits: String) throws(CESQLParseError) -> CESQLExpression {
    guard let number = Int32(digits) else {
      throw CESQLParseError(
        position: token.position, message: "The number does not fit 32 bits.",
        remedy: "Use a number from -2147483648 to 2147483647, or write it in quotes as a text.")
    }
    index += 1
    return .literal(.integer(number))
  }

  private mutating func count() throws(CESQLParseError) {
    size += 1
    guard size <= CESQLParser.sizeLimit else {
      throw CESQLParseError(
        position: token.position, message: "The expression has more than \(CESQLParser.sizeLimit) parts.",
        remedy: "Use IN for lists of values, or more than one subscription.")
    }
  }

  private func unexpected(_ wanted: String) -> CESQLParseError {
    CESQLParseError(
      position: token.position, message: "Here stands \(token.shown) where \(wanted) was expected.",
      remedy: token.isKeywordLike
        ? "AND, OR, XOR, NOT, LIKE, EXISTS, IN, TRUE and FALSE are words of the language; write text in quotes."
        : "Look at what stands just before, and write text in quotes.")
  }
}

extension CESQLToken {
  /// Whether it is a word of the language.
  fileprivate var isKeywordLike: Bool {
    if case .word(let word) = kind { CESQLKeyword(rawValue: word.uppercased()) != nil } else { false }
  }
}
