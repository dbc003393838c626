import Contracts
import FoundationEssentials
import Hummingbird
import Pages

/// The figures of a period beside those of the period before.
struct FiguresPage: Sendable {
  static let link = PageLink("/pages/figures", PageText("指标", "Figures"), for: CompensationPages.readers)

  func show(_ visit: PageVisit) async throws -> Response {
    let asked = [("period", visit.query("period")), ("region", visit.query("region")), ("by", visit.query("by"))]
    let json = try await visit.get("/v1/figures", asked).json
    let now = json["period"]?["text"]?.string ?? ""
    let before = json["before"]?["text"]?.string ?? ""
    let measures = json["total"]?["measures"]?.array ?? []
    let counts = measures.filter { !Self.isMoney($0) }
    let counted = plot(PageText("件数", "Cases"), counts, now, before, unit: 1, visit)
    let money = measures.filter(Self.isMoney)
    let amounts = PageText("金额（万元）", "Amounts (10,000 yuan)")
    let paid = plot(amounts, money, now, before, unit: 1e6, visit)
    var values: [String: any Sendable] = [
      "now": now, "before": before, "region": visit.query("region") ?? "", "period": visit.query("period") ?? now,
      "counts": counted.svg, "amounts": paid.svg, "legend": counted.legend,
      "rows": measures.map { row($0, visit) }, "results": json["results"] ?? [], "shares": shares(json["total"], visit),
    ]
    values["ways"] = ["region", "department", "source"].map { way -> [String: any Sendable] in
      ["value": way, "words": visit.words.text(way, visit.reader.language), "isChosen": way == visit.query("by")]
    }
    values["groups"] = (json["groups"]?.array ?? []).map { group(of: $0, by: visit.query("by"), visit) }
    values["hasGroups"] = json["groups"]?.array?.isEmpty == false
    values["headings"] = measures.map { name($0, visit) }
    return visit.show("figures", PageText("工作指标", "Figures"), values)
  }

  private static func isMoney(_ measure: JSON) -> Bool { measure["code"]?.string?.hasSuffix("_fen") == true }

  private func name(_ measure: JSON, _ visit: PageVisit) -> String {
    visit.reader.language == .chinese
      ? measure["name"]?.string ?? "" : visit.words.text(measure["code"]?.string ?? "", in: "CaseMeasure", .english)
  }

  /// For each measure a bar of this period and one of the period before.
  private func plot(
    _ title: PageText, _ measures: [JSON], _ now: String, _ before: String, unit: Double, _ visit: PageVisit
  ) -> BarPlot {
    let bars = measures.flatMap { measure -> [BarPlot.Bar] in
      func value(_ name: String) -> Double { Double(measure[name]?.integer ?? 0) / unit }
      return [
        BarPlot.Bar(name(measure, visit), [value("now"), 0]), BarPlot.Bar(before, [0, value("before")]),
      ]
    }
    return BarPlot(title[visit.reader.language], series: [now, before], bars: bars)
  }

  private func row(_ measure: JSON, _ visit: PageVisit) -> [String: any Sendable] {
    let view = RecordView(visit)
    let field = Self.isMoney(measure) ? "amountFen" : "count"
    func text(_ name: String) -> String { view.text(field, measure[name] ?? .null) }
    return [
      "label": name(measure, visit), "now": text("now"), "before": text("before"), "cumulative": text("cumulative"),
      "growth": measure["growthPercent"].map { "\(view.text("percent", $0)) %" } ?? "–",
    ]
  }

  private func shares(_ total: JSON?, _ visit: PageVisit) -> [[String: any Sendable]] {
    let shares: [(String, PageText)] = [
      ("closureRate", PageText("办结率", "Closure rate")), ("onTimeRate", PageText("按期办结率", "Closed in time")),
      ("coverage", PageText("县（市、区）覆盖率", "Counties with cases")),
    ]
    return shares.compactMap { name, words in
      guard let share = total?[name] else { return nil }
      let parts = ["numerator", "denominator"].map { share[$0]?.integer.map { String($0) } ?? "" }
      return [
        "label": words[visit.reader.language], "formula": share["formula"]?.string ?? "",
        "percent": share["percent"].map { RecordView(visit).text("", $0) }
          ?? "", "parts": parts.joined(separator: " / "),
      ]
    }
  }

  private func group(of group: JSON, by way: String?, _ visit: PageVisit) -> [String: any Sendable] {
    let key = group["key"]?.string ?? ""
    let scope = way == "source" ? "clueSource" : way ?? "region"
    let label = visit.words.has("\(scope).\(key)") ? visit.words.text(key, in: scope, visit.reader.language) : key
    let cells = (group["measures"]?.array ?? []).map { row($0, visit)["now"] as? String ?? "" }
    return ["label": label, "cells": cells]
  }
}
