import Contracts
import FoundationEssentials
import Hummingbird
import Messaging

/// Messages that were not taken in, for operators and auditors: as the commands `dead-letters` show and settle them. What
/// they hold stays sealed.
struct DeadLetterRoutes: Sendable {
  private static let filters: Set<String> = ["cursor", "limit", "state", "topic", "key", "code", "since", "until"]

  let letters: DeadLetters

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("operator/dead-letters") { request, context in
      try context.require(.operator, .auditor)
      return try await list(request)
    }
    routes.get("operator/dead-letters/{id}") { _, context in
      try context.require(.operator, .auditor)
      return JSONResponse(.object(try await find(Self.id(context)).jsonObject))
    }
    routes.post("operator/dead-letters/{id}/redrive") { _, context in
      let principal = try context.require(.operator)
      return try await redrive(try await held(context), by: principal.subject)
    }
    routes.post("operator/dead-letters/{id}/discard") { request, context in
      let principal = try context.require(.operator)
      let reason = try JSONFields(try await request.json(context), path: "body").text("reason", limit: 512)
      let id = try await held(context).id
      let isDone = try await letters.discard(id, by: principal.subject, reason: reason)
      guard isDone else { throw DeadLetterRefusal.settled }
      return JSONResponse(.object(try await find(id).jsonObject))
    }
  }

  private func list(_ request: Request) async throws -> JSONResponse {
    let query = try QueryReader(request, allowing: Self.filters)
    let page = try EntryPage(query, "dead-letters")
    var filter = DeadLetterFilter()
    filter.states = try query.code("state", as: DeadLetterState.self).map { [$0] } ?? []
    filter.topic = query.text("topic")
    filter.orderingKey = query.text("key")
    filter.code = query.text("code")
    filter.since = try query.instant("since")
    filter.until = try query.instant("until")
    filter.beforeID = page.last
    let rows = try await letters.list(filter, limit: page.limit + 1)
    return page.response("deadLetters", rows, entry: { $0.id }, view: { .object($0.jsonObject) })
  }

  /// Takes in the whole key that the message belongs to, in its order.
  private func redrive(_ letter: DeadLetter, by actor: String) async throws -> JSONResponse {
    var key = DeadLetterFilter()
    key.topic = letter.topic
    key.orderingKey = letter.orderingKey
    guard try await !letters.heldKeys(key).isEmpty else { throw DeadLetterRefusal.paused }
    guard try await letters.canOpen(letter.id) else { throw DeadLetterRefusal.sealed }
    do {
      let outcome = try await letters.redrive(topic: letter.topic, orderingKey: letter.orderingKey, by: actor)
      return JSONResponse(
        [
          "redriven": .integer(outcome.redriven), "left": .integer(outcome.left),
          "deadLetter": .object(try await find(letter.id).jsonObject),
        ])
    } catch is UnknownDeadLetterTopic {
      throw DeadLetterRefusal.topicUnknown
    }
  }

  private func held(_ context: ServiceRequestContext) async throws -> DeadLetter {
    let letter = try await find(try Self.id(context))
    guard [.parked, .waiting].contains(letter.state) else { throw DeadLetterRefusal.settled }
    return letter
  }

  private func find(_ id: Int64) async throws -> DeadLetter {
    guard let letter = try await letters.find(id) else { throw Problem.notFound("There is no dead letter of this id.") }
    return letter
  }

  private static func id(_ context: ServiceRequestContext) throws -> Int64 {
    guard let id = Int64(try context.parameters.require("id")) else {
      throw Problem.notFound("The id of a dead letter is a number.")
    }
    return id
  }
}
