/// Bars side by side, each of parts above one another.
public struct BarPlot: Sendable {
  public struct Bar: Sendable {
    public let label: String
    /// As many as the plot has series.
    public let parts: [Double]

    public init(_ label: String, _ parts: [Double]) {
      self.label = label
      self.parts = parts
    }
  }

  /// What it shows, for who cannot see it.
  public let title: String
  public let series: [String]
  public let bars: [Bar]
  private let looks: [String]

  /// - Parameter looks: the classes of the look that colour the series, where their colours mean something.
  public init(_ title: String, series: [String], bars: [Bar], looks: [String] = []) {
    self.title = title
    self.series = series
    self.bars = bars
    self.looks = looks
  }

  /// The picture as SVG; every part says its value under the pointer.
  public var svg: String {
    let frame = PlotFrame()
    let most = PlotFrame.round(bars.map { $0.parts.reduce(0, +) }.max() ?? 0)
    let step = frame.innerWidth / Double(max(1, bars.count))
    // Labels that would overlap are left out.
    let every = max(1, Int((56 / step).rounded(.up)))
    var inside = frame.grid(most: most)
    for (index, bar) in bars.enumerated() {
      let x = frame.left + step * Double(index)
      var y = frame.top + frame.innerHeight
      for (part, value) in bar.parts.enumerated() where value > 0 {
        let height = frame.innerHeight * value / most
        y -= height
        let name = series.indices.contains(part) ? series[part] : ""
        let look = looks.indices.contains(part) ? looks[part] : "series-\(part)"
        inside +=
          "<rect class=\"\(look)\" x=\"\(PlotFrame.short(x + step * 0.1))\" y=\"\(PlotFrame.short(y))\" "
          + "width=\"\(PlotFrame.short(step * 0.8))\" height=\"\(PlotFrame.short(height))\"><title>"
          + PlotFrame.escaped("\(bar.label) \(name): \(PlotFrame.short(value))") + "</title></rect>"
      }
      if index.isMultiple(of: every) {
        inside +=
          "<text class=\"scale\" x=\"\(PlotFrame.short(x + step / 2))\" y=\"\(PlotFrame.short(frame.height - 8))\" "
          + "text-anchor=\"middle\">\(PlotFrame.escaped(bar.label))</text>"
      }
    }
    return frame.svg(title, inside)
  }

  /// What the colours of the series mean, as a list.
  public var legend: [[String: any Sendable]] {
    series.enumerated().map { ["number": $0.offset, "words": $0.element] }
  }
}
