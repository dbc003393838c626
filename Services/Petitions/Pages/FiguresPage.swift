import Contracts
import FoundationEssentials
import Pages

/// The nine indicators (两保三降四升) of a period against the one before, and what came in by channel and kind.
struct FiguresPage: Sendable {
  func register(on pages: PageRoutes) {
    pages.get("figures") { visit in
      let asked = [("period", visit.query("period")), ("region", visit.query("region"))]
      let figures = try await visit.get("/v1/figures", asked + [("by", "kind")]).json
      let channels = try await visit.get("/v1/figures/channels", asked).json
      var values: [String: any Sendable] = [
        "report": figures, "channels": channels["channels"] ?? [],
        "indicators": (figures["total"]?.array ?? []).map { indicator($0, figures, visit) },
        "channelPlots": FigurePlots.channels(channels, visit), "kindPlots": FigurePlots.kinds(figures, visit),
      ]
      values["askedPeriod"] = visit.query("period") ?? ""
      values["askedRegion"] = visit.query("region") ?? ""
      return visit.show("figures", PageText("两保三降四升", "The nine indicators"), values)
    }
  }

  private func indicator(_ figure: JSON, _ report: JSON, _ visit: PageVisit) -> [String: any Sendable] {
    let direction = figure["direction"]?.string ?? ""
    let rows = FigurePlots.values(figure).map { value -> [String: any Sendable] in
      ["unit": visit.words.text(value.unit, visit.reader.language), "now": value.now, "before": value.before]
    }
    var shown: [String: any Sendable] = [
      "name": figure["name"]?.string ?? "", "formula": figure["formula"]?.string ?? "", "rows": rows,
      "direction": visit.words.text(direction, in: "direction", visit.reader.language),
      "plots": FigurePlots.indicator(figure, report, visit), "article": figure["rule"]?["article"]?.string ?? "",
      "change": figure["change"].map { $0.text } ?? "",
    ]
    if let target = figure["target"]?.string { shown["target"] = target }
    if let isAsWanted = figure["asWanted"]?.bool {
      shown["colour"] = isAsWanted ? "green" : "red"
      shown[isAsWanted ? "isGood" : "isBad"] = true
    }
    return shown
  }
}
