/// A filter in one of the dialects of CloudEvents Subscriptions (§3.2.4.1), perhaps made of others.
indirect enum FilterExpression: Sendable, Hashable {
  /// What an attribute is compared with.
  struct Comparison: Sendable, Hashable {
    let attribute: String
    let text: String

    static func == (left: Comparison, right: Comparison) -> Bool {
      left.attribute == right.attribute && left.text.utf8.elementsEqual(right.text.utf8)
    }
  }

  /// All attributes have these texts.
  case exact([Comparison])
  /// All attributes begin so.
  case prefix([Comparison])
  /// All attributes end so.
  case suffix([Comparison])
  case all([FilterExpression])
  case any([FilterExpression])
  case not(FilterExpression)
  case sql(CESQL)

  /// Whether an event passes. An attribute that is missing compares with nothing.
  func matches(_ attributes: EventAttributes) -> Bool {
    switch self {
    case .exact(let list):
      list.allSatisfy { one in attributes[one.attribute].map { $0.utf8.elementsEqual(one.text.utf8) } ?? false }
    case .prefix(let list):
      list.allSatisfy { one in attributes[one.attribute].map { $0.utf8.starts(with: one.text.utf8) } ?? false }
    case .suffix(let list):
      list.allSatisfy { one in
        attributes[one.attribute].map { $0.utf8.reversed().starts(with: one.text.utf8.reversed()) } ?? false
      }
    case .all(let parts): parts.allSatisfy { $0.matches(attributes) }
    case .any(let parts): parts.contains { $0.matches(attributes) }
    case .not(let part): !part.matches(attributes)
    case .sql(let expression): expression.matches { attributes[$0].map(CESQLValue.string) }
    }
  }
}
