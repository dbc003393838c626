import Pages

/// How many of a year's clues get how far: bars that grow narrower, with their words and numbers beside.
struct FunnelPicture: Sendable {
  /// What it shows, for who cannot see it.
  let title: String
  let steps: [(label: String, count: Int64)]

  var svg: String {
    let most = Double(max(1, steps.map(\.count).max() ?? 1))
    let rows = steps.enumerated().map { index, step in
      let width = max(2, Int(360 * Double(step.count) / most))
      let (x, y) = (380 - width / 2, 8 + index * 44)
      return "<rect class=\"series-\(index)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"36\"/>"
        + "<text x=\"4\" y=\"\(y + 23)\">\(Self.escaped(step.label))</text>"
        + "<text x=\"580\" y=\"\(y + 23)\">\(step.count)</text>"
    }.joined()
    return "<svg class=\"plot\" role=\"img\" viewBox=\"0 0 640 \(steps.count * 44 + 8)\" "
      + "xmlns=\"http://www.w3.org/2000/svg\"><title>\(Self.escaped(title))</title>\(rows)</svg>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
