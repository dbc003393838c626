/// Names as the Prometheus data model allows them.
enum MetricName {
  /// A metric's name: letters, digits, `_` and `:`, no digit first; everything else becomes `_`.
  static func metric(_ text: String) -> String { legal(text, colon: true) }

  /// A label's name: as a metric's, without `:`, and never beginning with `__`, which Prometheus keeps for itself.
  static func label(_ text: String) -> String {
    let name = legal(text, colon: false)
    return name.hasPrefix("__") ? "label" + name : name
  }

  /// The name with the suffix that tells the unit or kind, once.
  static func metric(_ text: String, suffix: String) -> String {
    let name = metric(text)
    return name.hasSuffix(suffix) ? name : name + suffix
  }

  private static func legal(_ text: String, colon: Bool) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "_": name.unicodeScalars.append(scalar)
      case ":" where colon: name.unicodeScalars.append(scalar)
      case "0"..."9":
        if name.isEmpty { name.append("_") }
        name.unicodeScalars.append(scalar)
      default: name.append("_")
      }
    }
    return name.isEmpty ? "_" : name
  }
}
