/// The labels of one series, sorted and legal, ready to be a key and to be written.
struct PrometheusLabels: Hashable, Sendable {
  /// As they stand between the braces: `method="GET",route="/petitions/{id}"`; empty without labels.
  let text: String

  init(_ dimensions: [(String, String)]) {
    var labels: [(name: String, value: String)] = []
    for (name, value) in dimensions {
      let name = MetricName.label(name)
      // Twice the same name would make the whole scrape fail; the last one given counts.
      labels.removeAll { $0.name == name }
      labels.append((name, value))
    }
    text = labels.sorted { $0.name < $1.name }.map { "\($0.name)=\"\(Self.escape($0.value))\"" }.joined(separator: ",")
  }

  /// The series that takes what is too much for a family.
  static let overflow = PrometheusLabels([("overflow", "true")])

  /// Backslash, quote and line break are escaped, as the text format asks.
  private static func escape(_ value: String) -> String {
    var escaped = ""
    for character in value.unicodeScalars {
      switch character {
      case "\\": escaped += #"\\"#
      case "\"": escaped += #"\""#
      case "\n": escaped += #"\n"#
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
