import Contracts
import Hummingbird
import Pages
import ServiceKit

/// One subject: score, colour, how often it is inspected, the score over time, and how it comes about, line by line.
struct SubjectPage {
  private static let title = PageText("主体积分说明", "How a subject is scored")

  func register(on pages: PageRoutes) {
    pages.get("subjects/{key}") { visit in try await Self.page(visit) }
    pages.get("subjects/{key}/code") { visit in try await visit.file(try Self.source(visit) + "/code") }
  }

  private static func source(_ visit: PageVisit) throws -> String {
    "/v1/subjects/" + PagePath.part(try visit.parameter("key"))
  }

  private static func page(_ visit: PageVisit) async throws -> Response {
    let key = try visit.parameter("key")
    let (source, part) = (try source(visit), PagePath.part(key))
    let asked = [("at", instant(visit.query("at")))]
    let found = try await visit.get(source + "/explanation", asked).json
    let history = try await visit.glance(source + "/history", asked)?.json ?? [:]
    let curve = ScoreCurve(history, bands: found["colours"]?.array ?? [], words: visit.words, visit.reader.language)
    var values: [String: any Sendable] = [
      "found": found, "history": history.dashed("score", in: "moments"), "svg": curve.svg,
      "day": visit.query("at") ?? "", "part": part,
      "look": look(found["colour"]?.string), "hasCurve": !curve.isEmpty,
      "actions": visit.links(to: ScoringActions.subject) { $0 == "key" ? key : nil },
      "isStaff": !visit.principal.roles.isDisjoint(with: ScoringPages.staff),
    ]
    values["plan"] = try await visit.glance("/v1/inspection-plans/" + part)?.json
    values["study"] = try await visit.glance(source + "/study")?.json
    let facts = try await visit.glance("/v1/facts", [("subject", key), ("limit", "20")])?.json
    values["entries"] = facts?["facts"]
    let name = found["title"]?.string
    return visit.show(
      "subject", name.map { PageText("\($0)：积分说明", "\($0): how it is scored") } ?? title, values)
  }

  /// The end of a day that was chosen.
  private static func instant(_ day: String?) -> String? {
    day.map { $0.utf8.count == 10 ? $0 + "T23:59:59+08:00" : $0 }
  }

  /// The colours of the look: yellow is too light to read.
  private static func look(_ colour: String?) -> String {
    switch colour {
    case "green", "red": colour ?? ""
    case "yellow": "amber"
    default: ""
    }
  }
}
