/// One word or sign of an expression.
struct CESQLToken: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// Letters and digits, perhaps underscores: an attribute, a function or a keyword.
    case word(String)
    /// Digits without a sign.
    case digits(String)
    /// The text between quotes, escaped quotes undone.
    case text(String)
    /// An operator, parenthesis or comma.
    case sign(String)
    case end
  }

  let kind: Kind
  /// Where it begins, counted from one.
  let position: Int
  /// Whether something other than white space stands just before it.
  let isAttached: Bool

  /// Whether it is this keyword, in whatever case.
  func isKeyword(_ keyword: CESQLKeyword) -> Bool {
    if case .word(let word) = kind { word.uppercased() == keyword.rawValue } else { false }
  }

  func isSign(_ sign: String) -> Bool { kind == .sign(sign) }

  /// How it is called in a message.
  var shown: String {
    switch kind {
    case .word(let word): "“\(word)”"
    case .digits(let digits): "“\(digits)”"
    case .text: "a text in quotes"
    case .sign(let sign): "“\(sign)”"
    case .end: "the end"
    }
  }
}
