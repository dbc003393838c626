import Contracts
import Pages

/// How an endpoint fares, said in a word and a share.
enum EndpointLine {
  /// After so many failures in a row an endpoint is left alone for a while.
  static func limit(_ visit: PageVisit) async throws -> Int64 {
    try await visit.get("/v1/webhook-policy").json["circuit"]?["failuresInARow"]?.integer ?? .max
  }

  /// The subscription with `health` and `successShare` beside what the API answers.
  /// - Parameter limit: see ``limit(_:)``.
  static func of(_ subscription: JSON, limit: Int64) -> JSON {
    guard var object = subscription.object else { return subscription }
    let figures = subscription["statistics"]
    let delivered = figures?["delivered"]?.integer ?? 0
    let attempts = delivered + (figures?["failedAttempts"]?.integer ?? 0)
    if attempts > 0 {
      let tenths = delivered * 1_000 / attempts
      object.set("successShare", "\(tenths / 10).\(tenths % 10) %")
    }
    object.set("health", health(subscription, figures, limit))
    return .object(object)
  }

  private static func health(_ subscription: JSON, _ figures: JSON?, _ limit: Int64) -> String {
    switch subscription["status"]?.string {
    case "requested": "waiting"
    case "disabled": "paused"
    default:
      figures?["failingSince"]?.string == nil
        ? "healthy" : (figures?["failuresInARow"]?.integer ?? 0) >= limit ? "quarantined" : "failing"
    }
  }

  /// Deliveries and failures by the hour.
  static func plot(_ hours: [JSON], _ words: Pages.WordBook, _ language: PublicLanguage) -> BarPlot {
    let series = ["delivered", "failedAttempts", "exhausted"]
    return BarPlot(
      PageText("最近 24 小时的投递", "Deliveries of the last 24 hours")[language],
      series: series.map { words.text($0, in: "statistics", language) },
      bars: hours.map { hour in
        let label =
          PageValue.values(hour["hour"] ?? .null, words: words, language: language).flatMap { $0 as? PageValue }?
          .transform("time") as? String ?? ""
        return BarPlot.Bar(String(label.suffix(5)), series.map { Double(hour[$0]?.integer ?? 0) })
      })
  }
}
