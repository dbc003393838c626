import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Trying a draft of a rule pack before it takes effect (试算): a page of subjects at a time.
struct RuleTrialRoutes: Sendable {
  /// The longest pack, in bytes.
  private static let largest = 524_288

  let runner: UnitOfWorkRunner
  let trial: TryRules

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/rules/trial") { request, context in
      let principal = try context.require(.supervisor, .leader)
      let query = try QueryReader(request, allowing: ["region", "cursor", "prices"])
      let regions = try query.regions(for: principal)
      let prices = try query.code("prices", as: RuleDraft.Prices.self) ?? .all
      let fields = try JSONFields(try await request.json(context), path: "body")
      let yaml = try fields.text("pack", limit: Self.largest)
      let key = try Self.key(query.text("cursor"))
      let now = runner.now
      let page = try await runner.read { connection in
        let (draft, worth) = try await trial.prepare(yaml, prices: prices, now: now, on: connection)
        return try await trial(
          draft, worth, regions: regions, after: key, limit: TryRules.shortPage, at: now, on: connection)
      }
      return JSONResponse(Self.view(page, at: now))
    }
  }

  private static func view(_ page: TryRules.Page, at now: Date) -> JSON {
    var object = JSONObject()
    object.set("at", now)
    object.set("examined", page.examined)
    object.set("scoresChanged", page.scores)
    object.set("coloursChanged", .array(page.changes.map(change)))
    object.set("next", page.next.map(cursor))
    return .object(object)
  }

  private static func change(_ change: TryRules.Change) -> JSON {
    var object = JSONObject()
    object.set("subjectKey", change.stored.subject)
    object.set("region", change.stored.region)
    object.set("score", change.stored.score?.decimal)
    object.set("colour", code: change.stored.colour)
    object.set("draftScore", change.score?.decimal)
    object.set("draftColour", code: change.colour)
    return .object(object)
  }

  /// A subject's key as it fits an address.
  private static func cursor(_ key: String) -> String {
    String(Data(key.utf8).base64EncodedString().map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }.prefix { $0 != "=" })
  }

  private static func key(_ cursor: String?) throws(Problem) -> String {
    guard let cursor else { return "" }
    var text = String(cursor.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
    text += String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: text), let key = String(bytes: data, encoding: .utf8), key.utf8.count <= 256
    else { throw QueryReader.invalid("cursor", "the `next` of the page before") }
    return key
  }
}
