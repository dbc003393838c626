import Civics
import Contracts
import FoundationEssentials
import Pages
import ServiceKit

/// The scores of counties in a period, and the cases behind them.
struct CountyPages {
  static let link = PageLink(
    "/pages/county-scores", PageText("县区评分", "County scores"), for: [.supervisor, .leader, .auditor, .agency])

  func register(on pages: PageRoutes) {
    pages.get("county-scores") { visit in
      let period = Self.period(visit)
      let found = try await visit.get("/v1/county-scores", [("period", period), ("region", visit.query("region"))]).json
      let bars = (found["counties"]?.array ?? []).map { county in
        BarPlot.Bar(county["countyName"]?.string ?? "", [Self.number(county["score"])])
      }
      let plot = BarPlot(
        Self.link.words[visit.reader.language], series: [visit.words.text("score", visit.reader.language)], bars: bars)
      return visit.show(
        "counties", Self.link.words, ["found": found, "period": period, "svg": plot.svg, "hasBars": !bars.isEmpty])
    }
    pages.get("county-scores/{county}/cases") { visit in
      let county = try visit.parameter("county")
      let path = "/v1/county-scores/" + PagePath.part(county) + "/cases"
      let json = try await visit.get(
        path, [("period", Self.period(visit)), ("limit", "200"), ("after", visit.query("after"))]
      ).json
      var values = RecordView(visit).values(json, without: ["after"])
      if let after = json["after"]?.string {
        values["next"] = PagePath.query([("period", Self.period(visit)), ("after", after)])
      }
      return visit.show("record", PageText("县区 \(county) 的案件", "Cases of \(county)"), values)
    }
  }

  /// The year, unless another period is asked for.
  private static func period(_ visit: PageVisit) -> String {
    visit.query("period") ?? String(ShanghaiTime.day(of: Date()).description.prefix(4))
  }

  private static func number(_ json: JSON?) -> Double {
    guard case .number(let text)? = json else { return 0 }
    return Double(text) ?? 0
  }
}
