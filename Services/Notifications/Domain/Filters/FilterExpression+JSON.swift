import Contracts

extension FilterExpression {
  /// The filter as it was asked for.
  var json: JSON {
    switch self {
    case .exact(let list): ["exact": FilterExpression.json(list)]
    case .prefix(let list): ["prefix": FilterExpression.json(list)]
    case .suffix(let list): ["suffix": FilterExpression.json(list)]
    case .all(let parts): ["all": .array(parts.map(\.json))]
    case .any(let parts): ["any": .array(parts.map(\.json))]
    case .not(let part): ["not": part.json]
    case .sql(let expression): ["sql": .string(expression.text)]
    }
  }

  private static func json(_ list: [Comparison]) -> JSON {
    .object(JSONObject(list.map { JSONMember(name: $0.attribute, value: .string($0.text)) }))
  }
}
