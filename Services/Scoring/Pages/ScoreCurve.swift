import Contracts
import FoundationEssentials
import Pages

/// A score over time, with the borders between the colours as the rules in force set them.
struct ScoreCurve {
  private let plot: StepPlot

  var isEmpty: Bool { plot.points.isEmpty }
  var svg: String { plot.svg }

  init(_ history: JSON, bands: [JSON], words: WordBook, _ language: PublicLanguage) {
    var points = (history["moments"]?.array ?? []).compactMap { Self.point($0, words, language) }
    // What holds at the end still holds at the instant asked for.
    if let last = points.last, let end = Self.seconds(history["at"]), end > last.position {
      points.append(StepPlot.Point(end, last.value, last.label))
    }
    let marks = bands.compactMap { band -> StepPlot.Mark? in
      guard let range = band["range"]?.string, let border = Self.lower(range), border > 0 else { return nil }
      let colour = words.text(band["colour"]?.string ?? "", in: "colour", language)
      return StepPlot.Mark(border, "\(colour) \(range)")
    }
    let title = PageText("积分随时间的变化", "The score over time")[language]
    plot = StepPlot(title, points: points, marks: marks, most: max(100, points.map(\.value).max() ?? 0))
  }

  private static func point(_ moment: JSON, _ words: WordBook, _ language: PublicLanguage) -> StepPlot.Point? {
    guard let at = seconds(moment["at"]), case .number(let score)? = moment["score"], let value = Double(score) else {
      return nil
    }
    let day = moment["at"]?.string.map { String($0.prefix(10)) } ?? ""
    let colour = words.text(moment["colour"]?.string ?? "", in: "colour", language)
    return StepPlot.Point(at, value, "\(day) \(score) \(colour)")
  }

  private static func seconds(_ json: JSON?) -> Double? {
    json?.string.flatMap { RFC3339.date(from: $0) }?.timeIntervalSince1970
  }

  /// 70 of `(70, 90)`.
  private static func lower(_ range: String) -> Double? {
    range.dropFirst().split(separator: ",").first.flatMap { Double($0) }
  }
}
