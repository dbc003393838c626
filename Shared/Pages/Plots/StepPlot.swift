/// A value that stays until it changes, such as a score over time.
public struct StepPlot: Sendable {
  public struct Point: Sendable {
    /// Where it stands, in any unit that grows with time.
    public let position: Double
    public let value: Double
    /// What is said of it under the pointer.
    public let label: String

    public init(_ position: Double, _ value: Double, _ label: String) {
      self.position = position
      self.value = value
      self.label = label
    }
  }

  /// A height that means something, such as the border between two colours.
  public struct Mark: Sendable {
    public let value: Double
    public let label: String

    public init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  public let title: String
  /// In order of their positions.
  public let points: [Point]
  public let marks: [Mark]
  /// The largest value the plane has; nil for a round number above all.
  public let most: Double?

  public init(_ title: String, points: [Point], marks: [Mark] = [], most: Double? = nil) {
    self.title = title
    self.points = points
    self.marks = marks
    self.most = most
  }

  public var svg: String {
    let frame = PlotFrame()
    guard let first = points.first, let last = points.last else { return frame.svg(title, "") }
    let top = most ?? PlotFrame.round(points.map(\.value).max() ?? 0)
    let span = max(last.position - first.position, 1e-9)
    func x(_ position: Double) -> Double { frame.left + frame.innerWidth * (position - first.position) / span }
    func y(_ value: Double) -> Double {
      frame.top + frame.innerHeight * (1 - min(max(value, 0), top) / max(top, 1e-9))
    }
    var inside = frame.grid(most: top)
    for mark in marks {
      let height = PlotFrame.short(y(mark.value))
      inside +=
        "<line class=\"mark\" x1=\"\(PlotFrame.short(frame.left))\" x2=\"\(PlotFrame.short(frame.width - frame.right))\" "
        + "y1=\"\(height)\" y2=\"\(height)\"><title>\(PlotFrame.escaped(mark.label))</title></line>"
    }
    var path = "M\(PlotFrame.short(x(first.position))) \(PlotFrame.short(y(first.value)))"
    for point in points.dropFirst() {
      path += " H\(PlotFrame.short(x(point.position))) V\(PlotFrame.short(y(point.value)))"
    }
    if points.count == 1 { path += " H\(PlotFrame.short(frame.width - frame.right))" }
    inside += "<path class=\"line\" d=\"\(path)\"/>"
    for point in points {
      inside +=
        "<circle class=\"point\" r=\"4\" cx=\"\(PlotFrame.short(x(point.position)))\" "
        + "cy=\"\(PlotFrame.short(y(point.value)))\"><title>\(PlotFrame.escaped(point.label))</title></circle>"
    }
    return frame.svg(title, inside)
  }
}
