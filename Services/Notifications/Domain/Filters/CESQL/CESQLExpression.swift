/// An expression of CloudEvents SQL as a tree.
indirect enum CESQLExpression: Sendable, Hashable {
  case literal(CESQLValue)
  /// An attribute of the event, by its name in lower case.
  case attribute(String)
  case not(CESQLExpression)
  case minus(CESQLExpression)
  case binary(CESQLOperator, CESQLExpression, CESQLExpression)
  case like(CESQLExpression, LikePattern, isNegated: Bool)
  case exists(String)
  case isIn(CESQLExpression, [CESQLExpression], isNegated: Bool)
  /// A function by its name in upper case.
  case call(String, [CESQLExpression])

  /// The expressions that this one is made of.
  var parts: [CESQLExpression] {
    switch self {
    case .literal, .attribute, .exists: []
    case .not(let part), .minus(let part), .like(let part, _, _): [part]
    case .binary(_, let left, let right): [left, right]
    case .isIn(let left, let set, _): [left] + set
    case .call(_, let arguments): arguments
    }
  }

  /// The functions called that do not exist, with the number of their arguments: such a part is always an error.
  var unknownFunctions: [String] {
    var found = parts.flatMap(\.unknownFunctions)
    if case .call(let name, let arguments) = self, CESQLFunction.named(name, arguments: arguments.count) == nil {
      found.append("\(name) with \(arguments.count) argument\(arguments.count == 1 ? "" : "s")")
    }
    return found
  }
}
