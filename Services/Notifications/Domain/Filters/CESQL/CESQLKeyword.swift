/// Words that no attribute can be named by in an expression; they may be written in any case.
enum CESQLKeyword: String, Sendable, CaseIterable {
  case and = "AND"
  case or = "OR"
  case xor = "XOR"
  case not = "NOT"
  case like = "LIKE"
  case exists = "EXISTS"
  case isIn = "IN"
  case isTrue = "TRUE"
  case isFalse = "FALSE"
}
