import Contracts
import FoundationEssentials
import Pages

/// A case's clocks and history with what the page says of them.
enum CaseView {
  /// The clocks, those that run first; each with its colour, as text too.
  static func clocks(_ found: JSON, at now: Date) -> JSON {
    let clocks = (found["deadlines"]?.array ?? []).map { clock -> JSON in
      var object = clock.object ?? JSONObject()
      let colour = colour(clock, at: now)
      object.set("colour", colour)
      object.set(colour == nil ? "isDone" : "is\(colour ?? "")", true)
      object.set("isLate", clock["metAt"]?.string != nil && clock["overdueAt"]?.string != nil ? true : nil)
      return .object(object)
    }
    return .array(clocks.filter { $0["metAt"]?.string == nil } + clocks.filter { $0["metAt"]?.string != nil })
  }

  /// Red for a period that has run out, amber for one near its end, green for one that runs; nil for what is done.
  static func colour(_ clock: JSON, at now: Date) -> String? {
    guard clock["metAt"]?.string == nil else { return nil }
    guard clock["overdueAt"]?.string == nil, let due = clock["due"]?.string.flatMap({ RFC3339.date(from: $0) }),
      due > now
    else { return "red" }
    return due <= Board.ends(at: now).soon ? "amber" : "green"
  }

  /// What was found, each with whether it was verified, in words.
  static func findings(_ found: JSON, _ visit: PageVisit) -> JSON {
    .array(
      (found["file"]?["findings"]?.array ?? []).map { finding in
        var object = finding.object ?? JSONObject()
        let verified = finding["verified"]?.bool
        let word = verified.map { visit.words.text($0 ? "true" : "false", visit.reader.language) }
        object.set("verdict", word ?? PageText("待认定", "Not decided")[visit.reader.language])
        return .object(object)
      })
  }

  /// The history, the newest first, each step with what was said with it in lines.
  static func history(_ found: JSON, _ visit: PageVisit) -> JSON {
    .array(
      (found["history"]?.array ?? []).reversed().map { entry in
        var object = entry.object ?? JSONObject()
        let members = entry["detail"]?.object?.members ?? []
        object.set("detail", nil as JSON?)
        object.set(
          "lines",
          .array(
            members.compactMap { member in
              let text = said(member.value, as: member.name, visit)
              guard !text.isEmpty else { return nil }
              return ["label": .string(visit.words.text(member.name, visit.reader.language)), "said": .string(text)]
            }))
        return .object(object)
      })
  }

  /// A value in words.
  private static func said(_ value: JSON, as name: String, _ visit: PageVisit) -> String {
    let language = visit.reader.language
    switch value {
    case .null: return ""
    case .bool(let flag): return visit.words.text(flag ? "true" : "false", language)
    case .number(let text): return text
    case .string(let text):
      if visit.words.has(text, in: name) { return visit.words.text(text, in: name, language) }
      guard let instant = RFC3339.date(from: text) else { return text }
      return String(RFC3339.text(of: instant.addingTimeInterval(8 * 3600)).prefix(16)).replacing("T", with: " ")
    case .array(let values): return values.map { said($0, as: name, visit) }.joined(separator: "、")
    case .object(let object):
      return object.members.map { member in
        "\(visit.words.text(member.name, language)): \(said(member.value, as: member.name, visit))"
      }.joined(separator: "; ")
    }
  }
}
