import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Having things sent again: what failed, or everything missing since a time.
struct ReplayRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let request: RequestReplay

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/subscriptions/{id}/replays") { request, context in
      let principal = try SubscriptionGate.keeper(context)
      let id = try PathID.read(context)
      let body = try await request.json(context)
      let wish = try Self.wish(JSONFields(body, path: "body"))
      return try await posts.answer(request, context, body: body) { work in
        let subscription = try await SubscriptionGate.lock(id, for: principal, on: work.connection)
        let replay = try await self.request(wish, for: subscription, by: Caller(principal, context), work: work)
        return JSONResponse(
          DeliveryView.json(replay), status: .accepted,
          headers: [.location: "/v1/subscriptions/\(id.lowercased)/replays/\(replay.id.lowercased)"])
      }
    }
    routes.get("v1/subscriptions/{id}/replays") { request, context in
      let principal = try SubscriptionGate.reader(context)
      let id = try PathID.read(context)
      let page = try EntryPage(
        try QueryReader(request, allowing: ["cursor", "limit"]), "replays of \(id.lowercased)")
      let found = try await runner.read { connection in
        _ = try await SubscriptionGate.find(id, for: principal, on: connection)
        return try await ReplayStore.list(id, before: page.last, limit: page.limit + 1, on: connection)
      }
      return page.response("replays", found, entry: \.entry) { DeliveryView.json($0) }
    }
    routes.get("v1/subscriptions/{id}/replays/{replay}") { _, context in
      let principal = try SubscriptionGate.reader(context)
      let id = try PathID.read(context)
      let replay = try SubscriptionGate.id("replay", context)
      return try await runner.read { connection in
        _ = try await SubscriptionGate.find(id, for: principal, on: connection)
        guard let found = try await ReplayStore.find(replay, on: connection), found.endpoint == id else {
          throw Self.missing
        }
        return JSONResponse(DeliveryView.json(found))
      }
    }
    routes.post("v1/subscriptions/{id}/replays/{replay}/cancel") { request, context in
      try await cancel(request, context)
    }
  }

  private func cancel(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try SubscriptionGate.keeper(context)
    let id = try PathID.read(context)
    let replay = try SubscriptionGate.id("replay", context)
    return try await posts.answer(request, context) { work in
      _ = try await SubscriptionGate.lock(id, for: principal, on: work.connection)
      guard let before = try await ReplayStore.find(replay, on: work.connection), before.endpoint == id else {
        throw Self.missing
      }
      guard try await ReplayStore.cancel(replay, on: work.connection) else {
        throw Problem.conflict(
          code: "replay-over", detail: "The replay does not run any more.",
          remedy: "There is nothing left to cancel; ask for a new one when something is missing.")
      }
      work.record(
        AuditEntry(
          actor: principal.subject, action: "replay.cancelled", subject: replay.lowercased, cause: context.requestID))
      return JSONResponse(DeliveryView.json(try await ReplayStore.find(replay, on: work.connection) ?? before))
    }
  }

  private static func wish(_ fields: JSONFields) throws -> RequestReplay.Wish {
    let wish = RequestReplay.Wish(
      kind: try fields.code("what"), since: try fields.instant("since"), until: try fields.optionalInstant("until"))
    if let until = wish.until, until <= wish.since {
      throw fields.violation(.fieldRange, "until", "The span ends before it begins.")
    }
    return wish
  }

  private static var missing: Problem { .notFound("The endpoint has no replay of this id.") }
}
