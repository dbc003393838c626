import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// What staff deliver by hand: the call list, letters to be posted, documents to be handed over.
struct HandDeliveryRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let take: TakeHandDelivery
  let open: OpenHandDelivery
  let report: ReportHandDelivery

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/hand-deliveries") { request, context in try await list(request, context) }
    routes.post("v1/hand-deliveries/{id}/take") { request, context in
      let (principal, id) = try (Self.staff(context), PathID.read(context))
      return try await posts.answer(request, context) { work in
        let taken = try await take(id, by: Caller(principal, context), work: work, authorise: Self.may(principal))
        guard let taken else { throw Self.missing }
        return JSONResponse(.object(HandDeliveryView.object(taken)))
      }
    }
    // The answer holds an identity: it is kept nowhere, so no Idempotency-Key here.
    routes.post("v1/hand-deliveries/{id}/open") { _, context in
      let (principal, id) = try (Self.staff(context), PathID.read(context))
      let sheet = try await runner.run { work in
        try await open(id, by: Caller(principal, context), work: work, authorise: Self.may(principal))
      }
      guard let sheet else { throw Self.missing }
      var object = HandDeliveryView.object(sheet.delivery)
      object.set("name", sheet.name)
      object.set("address", sheet.address)
      object.set("title", sheet.content.title)
      object.set("text", sheet.content.text)
      return JSONResponse(.object(object))
    }
    routes.post("v1/hand-deliveries/{id}/outcome") { request, context in
      let (principal, id) = try (Self.staff(context), PathID.read(context))
      let body = try await request.json(context)
      let told = try Self.report(JSONFields(body, path: "body"))
      return try await posts.answer(request, context, body: body) { work in
        let result = try await report(
          told, on: id, by: Caller(principal, context), work: work, authorise: Self.may(principal))
        guard let result else { throw Self.missing }
        return JSONResponse(Self.standing(result))
      }
    }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
    let query = try QueryReader(request, allowing: ["region", "channel", "mine", "cursor", "limit"])
    let regions = try query.regions(for: principal)
    let channels: [ContactChannel] = try query.codes("channel")
    let mine = try query.flag("mine") ?? false
    let page = try EntryPage(query, "hand-deliveries")
    let found = try await runner.read {
      try await HandDeliveryStore.list(
        regions: regions, channels: channels, takenBy: mine ? principal.subject : nil, after: page.last,
        limit: page.limit + 1, on: $0)
    }
    return page.response("handDeliveries", found, entry: \.entry) { .object(HandDeliveryView.object($0)) }
  }

  private static func report(_ fields: JSONFields) throws(ContractViolation) -> HandReport {
    HandReport(
      outcome: try fields.code("outcome"),
      proof: try fields.optionalString("proof", limit: HandReport.proofLimit).map { TextMask.mask($0).text },
      acknowledged: try fields.optionalCode("acknowledged"))
  }

  private static func standing(_ result: MessageResult) -> JSON {
    var object = JSONObject()
    object.set("messageId", result.message.id)
    object.set("status", result.status)
    object.set("channel", code: result.channel)
    object.set("attempts", result.course.attempts)
    return .object(object)
  }

  private static func staff(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader)
  }

  private static func may(_ principal: Principal) -> (HandDelivery) throws -> Void {
    { delivery in
      guard principal.mayAct(in: delivery.region) else { throw Problem.regionForbidden(delivery.region) }
    }
  }

  private static let missing = Problem.notFound("No message of this id waits to be delivered by hand.")
}
