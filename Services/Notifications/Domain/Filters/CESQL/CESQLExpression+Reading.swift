extension CESQLExpression {
  /// The expression with every parenthesis that precedence leaves out: how it is read. `a OR b AND c` is
  /// `((a OR b) AND c)`, which not everybody expects.
  var reading: String {
    switch self {
    case .literal(.string(let text)): CESQLExpression.quoted(text)
    case .literal(let value): value.text.uppercased()
    case .attribute(let name): name
    case .not(let part): "(NOT \(part.reading))"
    case .minus(let part): "(- \(part.reading))"
    case .binary(let sign, let left, let right): "(\(left.reading) \(sign.rawValue) \(right.reading))"
    case .like(let part, let pattern, let isNegated):
      "(\(part.reading) \(isNegated ? "NOT LIKE" : "LIKE") \(CESQLExpression.quoted(pattern.text)))"
    case .exists(let name): "(EXISTS \(name))"
    case .isIn(let part, let set, let isNegated):
      "(\(part.reading) \(isNegated ? "NOT IN" : "IN") (\(set.map(\.reading).joined(separator: ", "))))"
    case .call(let name, let arguments): "\(name)(\(arguments.map(\.reading).joined(separator: ", ")))"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'") + "'"
  }
}
