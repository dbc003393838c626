import Pages
import Testing

@Suite("Plots say their values, and fit their plane")
struct PlotTests {
  @Test func `bars stand above one another and say what they are`() {
    let plot = BarPlot(
      "Arrivals <by month>", series: ["water", "air"], bars: [.init("Jan", [2, 1]), .init("Feb", [0, 4])])
    #expect(plot.svg.contains("<title>Arrivals &lt;by month&gt;</title>"))
    #expect(plot.svg.contains("<title>Jan water: 2</title>") && plot.svg.contains("<title>Feb air: 4</title>"))
    // Nothing is drawn of nought.
    #expect(plot.svg.ranges(of: "<rect").count == 3)
    #expect(plot.legend.count == 2)
    #expect(BarPlot("none", series: [], bars: []).svg.contains("<svg"))
  }

  @Test func `a step stays until it changes, within its plane`() {
    let plot = StepPlot(
      "Score", points: [.init(0, 100, "100"), .init(5, 60, "60"), .init(10, 120, "over")],
      marks: [.init(70, "red from here")], most: 100)
    #expect(plot.svg.contains("<title>red from here</title>"))
    #expect(plot.svg.ranges(of: "<circle").count == 3)
    // 100 is at the top of the plane, and what is above stays there; the middle of the time is its middle.
    #expect(plot.svg.contains("d=\"M56 12 H342 V84 H628 V12\""))
    #expect(StepPlot("none", points: []).svg.contains("<svg"))
  }
}
