import Contracts
import Hummingbird
import Pages
import ServiceKit

/// How many were reached, how soon, against the period before.
enum FiguresPage {
  static let link = PageLink(
    "/pages/figures", PageText("告知统计", "Figures"), for: [.clerk, .handler, .supervisor, .leader, .auditor, .operator])

  private static let groupings = ["contact", "channel", "audience", "region"]
  private static let series = ["delivered", "failed"]
  private static let columns = [
    "queued", "delivered", "failed", "contactRate", "withinHourRate", "withinDayRate", "acknowledgementRate",
    "failureRate", "meanSecondsToContact",
  ]

  static func register(on pages: PageRoutes) {
    pages.get("figures") { visit in
      let (period, region) = (visit.query("period"), visit.query("region"))
      let by = visit.query("by") ?? "contact"
      let report = try await visit.get("/v1/figures", [("period", period), ("region", region), ("by", by)]).json
      let language = visit.reader.language
      let plot = plot(report, by, visit)
      let names = series.map { visit.words.text($0, in: "figures", language) }
      return visit.show(
        "figures", link.words,
        [
          "svg": plot.svg,
          "legend": names.enumerated().map { ["number": $0.offset, "words": $0.element] as [String: any Sendable] },
          "period": report["period"] ?? .null, "before": report["before"] ?? .null,
          "typed": period ?? "", "region": region ?? "",
          "groupings": groupings.map { name -> [String: any Sendable] in
            ["value": name, "words": visit.words.text(name, in: "by", language), "isChosen": name == by]
          },
          "headings": columns.map { visit.words.text($0, in: "figures", language) }, "rows": rows(report, by, visit),
        ])
    }
  }

  private static func plot(_ report: JSON, _ by: String, _ visit: PageVisit) -> BarPlot {
    let language = visit.reader.language
    return BarPlot(
      PageText("送达与未送达，与上期相比", "Reached and not reached, beside the period before")[language],
      series: series.map { visit.words.text($0, in: "figures", language) },
      bars: groups(report).flatMap { group -> [BarPlot.Bar] in
        [("before", PageText("上期", "before")), ("now", PageText("本期", "now"))].map { name, words in
          BarPlot.Bar(
            "\(label(group, by, visit)) \(words[language])", series.map { Double(group[name]?[$0]?.integer ?? 0) })
        }
      })
  }

  /// Each group in two lines, and the sum.
  private static func rows(_ report: JSON, _ by: String, _ visit: PageVisit) -> [[String: any Sendable]] {
    let language = visit.reader.language
    return (groups(report) + [report["total"] ?? .null]).flatMap { group -> [[String: any Sendable]] in
      [("now", PageText("本期", "Now")), ("before", PageText("上期", "Before"))].map { name, words in
        [
          "label": label(group, by, visit), "span": words[language],
          "cells": columns.map { column -> [String: any Sendable] in ["text": cell(group[name]?[column])] },
        ]
      }
    }
  }

  private static func cell(_ value: JSON?) -> String {
    if value?.object != nil { return value?["percent"].map { ($0.string ?? $0.text) + " %" } ?? "–" }
    return value.map { $0.string ?? $0.text } ?? "–"
  }

  private static func groups(_ report: JSON) -> [JSON] { report["groups"]?.array ?? [] }

  private static func label(_ group: JSON, _ by: String, _ visit: PageVisit) -> String {
    let language = visit.reader.language
    guard let key = group["key"]?.string else {
      return group["name"]?.string ?? PageText("合计", "In all")[language]
    }
    if by == "region" { return group["name"]?.string ?? key }
    return visit.words.text(key, in: by, language)
  }
}
