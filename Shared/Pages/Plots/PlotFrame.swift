import FoundationEssentials

/// The plane of a plot: SVG that is drawn on the server, takes its colours from the style sheet, and can be read aloud.
struct PlotFrame {
  let width = 640.0
  let height: Double
  let left = 56.0
  let bottom = 28.0
  let top = 12.0
  let right = 12.0

  init(height: Double = 220) { self.height = height }

  var innerWidth: Double { width - left - right }
  var innerHeight: Double { height - top - bottom }

  /// A whole picture.
  func svg(_ label: String, _ inside: String) -> String {
    """
    <svg class="plot" role="img" viewBox="0 0 \(Self.short(width)) \(Self.short(height))" \
    xmlns="http://www.w3.org/2000/svg"><title>\(Self.escaped(label))</title>\(inside)</svg>
    """
  }

  /// Horizontal lines with their values.
  func grid(most: Double) -> String {
    (0...4).map { step in
      let y = top + innerHeight * (1 - Double(step) / 4)
      return "<line class=\"grid\" x1=\"\(Self.short(left))\" x2=\"\(Self.short(width - right))\" "
        + "y1=\"\(Self.short(y))\" y2=\"\(Self.short(y))\"/>"
        + "<text class=\"scale\" x=\"\(Self.short(left - 6))\" y=\"\(Self.short(y + 4))\" text-anchor=\"end\">"
        + "\(Self.short(most * Double(step) / 4))</text>"
    }.joined()
  }

  /// The next round number at or above the largest value, so that the scale has whole steps.
  static func round(_ most: Double) -> Double {
    guard most > 0 else { return 4 }
    var unit = 1.0
    while unit * 10 <= most { unit *= 10 }
    for factor in [1.0, 2, 4, 5, 8, 10] where unit * factor >= most { return max(4, unit * factor) }
    return unit * 10
  }

  /// At most two places behind the point.
  static func short(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    guard hundredths.magnitude < 1e15 else { return "0" }
    let whole = Int64(hundredths)
    let (units, rest) = (whole.magnitude / 100, whole.magnitude % 100)
    let sign = whole < 0 ? "-" : ""
    if rest == 0 { return sign + String(units) }
    return sign + "\(units)." + (rest < 10 ? "0\(rest)" : rest.isMultiple(of: 10) ? "\(rest / 10)" : "\(rest)")
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}
