extension FilterExpression {
  /// What the filter demands of attributes, as far as it can be looked up in an index.
  var demands: AttributeDemands {
    switch self {
    case .exact(let list):
      list.reduce([:]) { $0.and([$1.attribute: .oneOf([$1.text])]) }
    case .prefix(let list):
      list.reduce([:]) { $0.and([$1.attribute: .prefix($1.text)]) }
    case .suffix, .not: [:]
    case .all(let parts): parts.reduce([:]) { $0.and($1.demands) }
    case .any(let parts): parts.dropFirst().reduce(parts.first?.demands ?? [:]) { $0.or($1.demands) }
    case .sql(let expression): expression.expression.demands
    }
  }
}

extension CESQLExpression {
  /// What the expression demands of attributes before it can be true, where attributes are text.
  var demands: AttributeDemands {
    switch self {
    case .binary(.and, let left, let right): left.demands.and(right.demands)
    case .binary(.or, let left, let right): left.demands.or(right.demands)
    case .binary(.equal, .attribute(let name), .literal(.string(let text))),
      .binary(.equal, .literal(.string(let text)), .attribute(let name)):
      [name: .oneOf([text])]
    case .isIn(.attribute(let name), let set, isNegated: false):
      CESQLExpression.texts(set).map { [name: .oneOf($0)] } ?? [:]
    case .like(.attribute(let name), let pattern, isNegated: false):
      pattern.beginning.isWhole
        ? [name: .oneOf([pattern.beginning.text])]
        : pattern.beginning.text.isEmpty ? [:] : [name: .prefix(pattern.beginning.text)]
    default: [:]
    }
  }

  /// Whether the expression can come to true at all, where attributes are text.
  var mayBeTrue: Bool {
    switch self {
    case .literal(let value): value.type == .boolean
    case .attribute, .minus: false
    case .binary(let sign, _, _): sign.result == .boolean
    case .call(let name, let arguments): CESQLFunction.named(name, arguments: arguments.count)?.result == .boolean
    case .not, .like, .exists, .isIn: true
    }
  }

  /// The texts of a set, when it is made of nothing else.
  private static func texts(_ set: [CESQLExpression]) -> Set<String>? {
    var texts: Set<String> = []
    for element in set {
      guard case .literal(.string(let text)) = element else { return nil }
      texts.insert(text)
    }
    return texts
  }
}
