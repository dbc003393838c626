/// What a filter makes of one event, part by part: for whoever writes a filter and wants to see why it does what it does.
struct FilterTrial: Sendable {
  /// One part of the filter.
  struct Part: Sendable {
    /// Where it stands in a request: `types`, `filters[0]`.
    let field: String
    let passes: Bool
    /// For a filter of the dialect `sql`: how the expression is read, with every parenthesis.
    var reading: String?
    /// What the expression came to, and everything that went wrong on the way.
    var value: CESQLValue?
    var errors: [CESQLError] = []
  }

  let parts: [Part]

  /// Whether the event would be delivered.
  var passes: Bool { parts.allSatisfy(\.passes) }

  init(_ filter: EventFilter, on features: EventFeatures) {
    let simple = EventFilter.Part.allCases.map {
      Part(field: $0.rawValue, passes: filter.matches(features, $0))
    }
    parts =
      simple
      + filter.filters.enumerated().map { index, expression in
        FilterTrial.part("filters[\(index)]", expression, features.attributes)
      }
  }

  private static func part(_ field: String, _ filter: FilterExpression, _ attributes: EventAttributes) -> Part {
    var part = Part(field: field, passes: filter.matches(attributes))
    if case .sql(let expression) = filter {
      let outcome = expression.evaluate { attributes[$0].map(CESQLValue.string) }
      part.reading = expression.expression.reading
      part.value = outcome.value
      part.errors = outcome.errors
    }
    return part
  }
}
