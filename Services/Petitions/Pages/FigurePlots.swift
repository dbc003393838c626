import Contracts
import Pages

/// Pictures of figures. Counts of two units are never put upon one another: each unit has a colour or a picture of its own.
enum FigurePlots {
  /// A value of both periods: a share in percent, a count, or a count of a unit.
  struct Pair {
    let unit: String
    let now: String
    let before: String
  }

  static func values(_ figure: JSON) -> [Pair] {
    if let now = figure["now"]?.array {
      return now.map { count in
        let unit = count["unit"]?.string ?? ""
        let before = figure["before"]?.array?.first { $0["unit"]?.string == unit }
        return Pair(unit: unit, now: number(count["count"]), before: number(before?["count"]))
      }
    }
    if figure["denominator"] != nil {
      return [Pair(unit: "%", now: number(figure["now"]?["percent"]), before: number(figure["before"]?["percent"]))]
    }
    return [
      Pair(unit: "起", now: number(figure["now"]?["numerator"]), before: number(figure["before"]?["numerator"]))
    ]
  }

  /// The period before beside this one.
  static func indicator(_ figure: JSON, _ report: JSON, _ visit: PageVisit) -> [[String: any Sendable]] {
    let name = figure["name"]?.string ?? ""
    return values(figure).map { pair in
      let bars = [
        BarPlot.Bar(report["before"]?["text"]?.string ?? "", [Double(pair.before) ?? 0]),
        BarPlot.Bar(report["period"]?["text"]?.string ?? "", [Double(pair.now) ?? 0]),
      ]
      let unit = visit.words.text(pair.unit, visit.reader.language)
      return ["svg": BarPlot("\(name) (\(unit))", series: [unit], bars: bars).svg]
    }
  }

  /// What came in by each channel, each unit in its colour.
  static func channels(_ answer: JSON, _ visit: PageVisit) -> [[String: any Sendable]] {
    let channels = answer["channels"]?.array ?? []
    let units = distinct(channels.compactMap { $0["unit"]?.string })
    let bars = channels.map { channel in
      let count = Double(channel["count"]?.integer ?? 0)
      return BarPlot.Bar(
        name(channel, visit), units.map { $0 == channel["unit"]?.string ? count : 0 })
    }
    let title = PageText("各渠道受理量", "Received by channel")[visit.reader.language]
    let plot = BarPlot(title, series: units.map { visit.words.text($0, visit.reader.language) }, bars: bars)
    return [["svg": plot.svg, "legend": plot.legend]]
  }

  private static func name(_ channel: JSON, _ visit: PageVisit) -> String {
    let code = channel["channel"]?.string ?? ""
    guard visit.reader.language == .english, visit.words.has(code) else { return channel["name"]?.string ?? code }
    return visit.words.text(code, .english)
  }

  /// What came in by kind: a picture for each unit.
  static func kinds(_ report: JSON, _ visit: PageVisit) -> [[String: any Sendable]] {
    let groups = (report["groups"]?.array ?? []).map { group in
      let received = group["figures"]?.array?.first { $0["now"]?.array != nil }
      return (group, received.map(values) ?? [])
    }
    return distinct(groups.flatMap { $0.1.map(\.unit) }).map { unit in
      let bars = groups.map { group, pairs in
        let key = group["key"]?.string ?? ""
        let label = visit.words.has(key) ? visit.words.text(key, visit.reader.language) : group["name"]?.string ?? key
        return BarPlot.Bar(label, [Double(pairs.first { $0.unit == unit }?.now ?? "") ?? 0])
      }
      let title = PageText("各污染类别受理量", "Received by kind")[visit.reader.language]
      let rows = bars.map { ["label": $0.label, "count": Int($0.parts[0])] as [String: any Sendable] }
      let words = visit.words.text(unit, visit.reader.language)
      return ["svg": BarPlot("\(title) (\(words))", series: [words], bars: bars).svg, "unit": words, "rows": rows]
    }
  }

  private static func number(_ value: JSON?) -> String {
    guard let value, value.decimal != nil else { return "" }
    return value.text
  }

  private static func distinct(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
