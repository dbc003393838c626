import Contracts

/// One service as the operators' page shows it: figures with words and colours.
struct ServiceView {
  /// From here on waiting is worth a look, and from there on an alarm; in seconds.
  private static let slow = 60.0
  private static let stuck = 600.0

  let look: ServiceLook
  /// Per second, by the names of topics, and `published`.
  let rates: [String: Double]
  let words: WordBook
  let language: PublicLanguage

  private var status: JSON { look.status ?? .null }

  var values: [String: any Sendable] {
    var values: [String: any Sendable] = [
      "name": words.text(look.name, language), "colour": colour, "state": words.text(state, in: "readiness", language),
    ]
    values["address"] = look.address
    values["refusal"] = look.refusal.map { String($0) }
    guard look.status != nil else { return values }
    values["status"] = PageValue.values(status, words: words, language: language)
    values["troubles"] = troubles
    values["outboxColour"] = Self.colour(number("outbox", "ageSeconds"))
    values["timersColour"] = number("timers", "failing") > 0 ? "amber" : "green"
    values["lettersColour"] = number("deadLetters", "held") > 0 ? "amber" : "green"
    values["publishedRate"] = Self.text(rates["published"])
    values["lines"] = topics.map(line)
    return values
  }

  /// What comes in beside the arrows of the picture: `petitions_scores` is how many scores petitions takes a second.
  var flow: [String: String] {
    guard look.status != nil else { return ["\(look.name)_colour": colour, "\(look.name)_state": stateWords] }
    var flow = ["\(look.name)_colour": colour, "\(look.name)_state": stateWords]
    for topic in topics {
      guard let name = topic["name"]?.string, let rate = Self.text(rates[name]) else { continue }
      flow["\(look.name)_\(name.replacing("-", with: "_"))"] = rate
    }
    return flow
  }

  private var state: String {
    look.status.map { $0["readiness"]?["status"]?.string ?? "down" } ?? (look.refusal == nil ? "silent" : "refused")
  }

  private var stateWords: String { words.text(state, in: "readiness", language) }

  private var colour: String {
    switch state {
    case "ok": "green"
    case "degraded", "refused": "amber"
    default: "red"
    }
  }

  private var topics: [JSON] { status["topics"]?.array ?? [] }

  /// The parts that are not well, with the reason.
  private var troubles: [[String: any Sendable]] {
    (status["readiness"]?["components"]?.object?.members ?? []).compactMap { part in
      guard let how = part.value["status"]?.string, how != "ok" else { return nil }
      return [
        "name": words.text(part.name, in: "component", language), "how": words.text(how, in: "readiness", language),
        "why": part.value["reason"]?.string ?? "",
      ]
    }
  }

  private func line(_ topic: JSON) -> [String: any Sendable] {
    var line: [String: any Sendable] = [
      "topic": topic["topic"]?.string ?? "", "words": words.text(topic["name"]?.string ?? "", in: "topic", language),
      "colour": Self.colour(Double(topic["lagSeconds"]?.integer ?? 0)),
    ]
    line["lag"] = topic["lag"]?.integer.map { String($0) }
    line["seconds"] = topic["lagSeconds"]?.integer.map { String($0) }
    line["rate"] = topic["name"]?.string.flatMap { Self.text(rates[$0]) }
    return line
  }

  private func number(_ part: String, _ name: String) -> Double { Double(status[part]?[name]?.integer ?? 0) }

  private static func colour(_ seconds: Double) -> String {
    seconds > stuck ? "red" : seconds > slow ? "amber" : "green"
  }

  /// With one place behind the point where it is small.
  private static func text(_ rate: Double?) -> String? {
    rate.map { PlotFrame.short($0 < 10 ? ($0 * 10).rounded() / 10 : $0.rounded()) }
  }
}
