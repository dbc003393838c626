import Civics
import Contracts
import FoundationEssentials
import ServiceKit

@testable import Notifications

/// Rules and events of the tests of notices.
enum NoticeFixtures {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The packs as they are shipped.
  static func packs() throws -> [RulePack] {
    let folder = root.appending(path: "deploy/rules")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted()
      .map { name in
        let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
        return try RulePack(yaml: text, file: name)
      }
  }

  static func ruleBook(_ profile: String = "jiujiang", changing: [RulePack] = []) throws -> RuleBook {
    let replaced = Set(changing.map(\.name))
    return try RuleBook(profile: profile, packs: try packs().filter { !replaced.contains($0.name) } + changing)
  }

  static func book(_ profile: String = "jiujiang") throws -> NoticeBook {
    try NoticeBooks(rules: try ruleBook(profile), now: { at("2026-03-02T02:00:00Z") }).current
  }

  static func at(_ text: String) -> Date { RFC3339.date(from: text) ?? Date(timeIntervalSince1970: 0) }

  static func event(
    _ type: EventType, id: String = "e-1", subject: String = "s-1", region: String = "360482", _ data: JSONObject
  ) -> CloudEvent {
    var data = data
    if data["region"] == nil { data.set("region", region) }
    if data["at"] == nil { data.set("at", "2026-03-02T01:00:00Z") }
    var event = CloudEvent(
      id: id, source: "/ecoredress/petitions", type: type, subject: subject,
      time: at("2026-03-02T01:00:00Z"), payload: .json(.object(data)))
    event.region = region
    return event
  }

  static let due: JSON = [
    "rule": "petition.reminder.answer", "article": "第十条", "start": "2026-03-02T01:00:00Z", "length": 5,
    "count": "calendar-days", "due": "2026-03-07T16:00:00Z",
  ]

  static func letter(_ id: String = "e-1", number: String = "提示函〔2026〕360400-1号") -> CloudEvent {
    var data = JSONObject()
    data.set("letterId", "0b8f5d3e-0000-4000-8000-000000000001")
    data.set("letterNumber", number)
    data.set("from", "eco-360400")
    data.set("to", "eco-360482")
    data.set("cause", "failed-recheck")
    let finding: JSON = ["petitionNumber": "360482-26-000017", "summary": "整改<未>完成 & 无记录"]
    data.set("findings", JSON.array([finding]))
    data.set("demands", JSON.array(["rectify", "search-like-problems"]))
    data.set("dueDates", JSON.array([due]))
    return event(.reminderLetterIssued, id: id, subject: "letter-1", data)
  }

  static func warned(_ id: String, petition: String) -> CloudEvent {
    var data = JSONObject()
    data.set("petitionNumber", petition)
    data.set("upcoming", due)
    data.set("unit", "eco-360482")
    data.set("status", "accepted")
    return event(.petitionWarned, id: id, subject: petition, data)
  }

  static func colour(_ id: String, _ key: String, _ colour: String = "red", before: String = "yellow") -> CloudEvent {
    var data = JSONObject()
    data.set("subjectKey", key)
    data.set("colourBefore", before)
    data.set("colour", colour)
    data.set("score", JSON.number("68.5"))
    let rule: JSON = ["pack": "lintong", "version": "1", "rule": "scoring.colours", "article": "x"]
    data.set("derivation", rule)
    return event(.colourChanged, id: id, subject: key, data)
  }
}
