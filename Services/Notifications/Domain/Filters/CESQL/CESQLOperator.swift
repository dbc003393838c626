/// The operators with two operands (CESQL 1.0 §3.4.2), weakest first.
enum CESQLOperator: String, Sendable, Hashable, CaseIterable {
  case and = "AND"
  case or = "OR"
  case xor = "XOR"
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case modulo = "%"

  /// What binds more tightly has a higher one. AND, OR and XOR bind alike (§3.6).
  var precedence: Int {
    switch self {
    case .and, .or, .xor: 1
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: 2
    case .plus, .minus: 3
    case .times, .divided, .modulo: 4
    }
  }

  /// The type of what it comes to.
  var result: CESQLType { precedence >= 3 ? .integer : .boolean }

  /// The operator that a token stands for.
  init?(_ token: CESQLToken) {
    switch token.kind {
    case .sign("<>"): self = .unequal
    case .sign(let sign): self.init(rawValue: sign)
    case .word(let word): self.init(rawValue: word.uppercased())
    default: return nil
    }
  }
}
