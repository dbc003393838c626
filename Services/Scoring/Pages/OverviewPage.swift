import Contracts
import Hummingbird
import Pages
import ServiceKit

/// The city at a glance: how many subjects have which colour, and where. Each number leads to the list of its subjects.
struct OverviewPage {
  static let link = PageLink(
    "/pages", PageText("三色总览", "By colour"), for: [.clerk, .handler, .supervisor, .leader, .auditor, .agency])

  /// The order in which colours are looked at: what needs people first.
  private static let order: [Colour] = [.red, .yellow, .green, .unrated]

  static func show(_ visit: PageVisit) async throws -> Response {
    let region = visit.query("region")
    let found = try await visit.get("/v1/colour-figures", [("region", region)]).json
    let divisions = found["divisions"]?.array ?? []
    let title = PageText("各地主体的颜色", "Subjects by colour and division")[visit.reader.language]
    let plot = BarPlot(
      title, series: order.map { visit.words.text($0.rawValue, in: "colour", visit.reader.language) },
      bars: divisions.map { division in
        BarPlot.Bar(
          division["regionName"]?.string ?? division["region"]?.string ?? "",
          order.map { Double(division[$0.rawValue]?.integer ?? 0) })
      }, looks: order.map { "colour-\($0.rawValue)" })
    let cards = order.map { card($0, found, among: region, visit) }
    return visit.show(
      "overview", link.words,
      [
        "cards": cards, "svg": plot.svg, "hasBars": !divisions.isEmpty, "region": region ?? "",
        "rows": divisions.map { row($0, visit) },
      ])
  }

  private static func card(
    _ colour: Colour, _ found: JSON, among region: String?, _ visit: PageVisit
  ) -> [String: any Sendable] {
    [
      "colour": colour.rawValue, "words": visit.words.text(colour.rawValue, in: "colour", visit.reader.language),
      "count": String(found[colour.rawValue]?.integer ?? 0),
      "link": "/pages/subjects" + PagePath.query([("colour", colour.rawValue), ("region", region)]),
    ]
  }

  private static func row(_ division: JSON, _ visit: PageVisit) -> [String: any Sendable] {
    let region = division["region"]?.string ?? ""
    return [
      "region": region, "name": division["regionName"]?.string ?? region,
      "subjects": String(division["subjects"]?.integer ?? 0),
      "cells": order.map { colour -> [String: any Sendable] in
        [
          "count": String(division[colour.rawValue]?.integer ?? 0),
          "link": "/pages/subjects" + PagePath.query([("colour", colour.rawValue), ("region", region)]),
        ]
      },
    ]
  }
}
