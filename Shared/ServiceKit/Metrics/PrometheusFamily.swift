/// All series of one name.
struct PrometheusFamily {
  /// What the `TYPE` line says.
  enum Kind: String {
    case counter
    case gauge
    case histogram
  }

  let kind: Kind
  var help: String?
  var series: [PrometheusLabels: any PrometheusSeries] = [:]

  /// Appends the family: what it means, its kind, its samples sorted by label.
  func write(name: String, to text: inout String) {
    if let help { text += "# HELP \(name) \(Self.escape(help))\n" }
    text += "# TYPE \(name) \(kind.rawValue)\n"
    for (labels, series) in series.sorted(by: { $0.key.text < $1.key.text }) {
      series.write(name: name, labels: labels.text, to: &text)
    }
  }

  /// Backslash and line break are escaped in a help text, as the text format asks.
  private static func escape(_ help: String) -> String {
    help.map { $0 == "\\" ? #"\\"# : $0 == "\n" ? #"\n"# : String($0) }.joined()
  }
}
