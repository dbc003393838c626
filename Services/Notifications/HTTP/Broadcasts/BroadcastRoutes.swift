import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Broadcasts to segments of the addressee book: drafted by staff, sent by a supervisor or leader.
struct BroadcastRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let plan: PlanBroadcast

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/broadcasts") { request, context in try await list(request, context) }
    routes.post("v1/broadcasts") { request, context in try await draft(request, context) }
    routes.get("v1/broadcasts/{id}") { _, context in try await found(context) }
    routes.put("v1/broadcasts/{id}") { request, context in try await change(request, context) }
    routes.get("v1/broadcasts/{id}/reach") { _, context in try await reach(context) }
    routes.post("v1/broadcasts/{id}/send") { request, context in try await step(.send, request, context) }
    routes.post("v1/broadcasts/{id}/cancel") { request, context in try await step(.cancel, request, context) }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try Self.reader(context)
    let query = try QueryReader(request, allowing: ["region", "kind", "status", "cursor", "limit"])
    let regions = try query.regions(for: principal)
    let kind: BroadcastKind? = try query.code("kind")
    let status: BroadcastStatus? = try query.code("status")
    let page = try EntryPage(query, "broadcasts")
    let found = try await runner.read {
      try await BroadcastStore.list(
        regions: regions, kind: kind, status: status, before: page.last ?? .max, limit: page.limit + 1, on: $0)
    }
    return page.response("broadcasts", found, entry: \.entry, view: BroadcastView.json)
  }

  private func draft(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader)
    let body = try await request.json(context)
    let fields = try JSONFields(body, path: "body")
    let region = try fields.region("region")
    guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
    let kind: BroadcastKind = try fields.code("kind")
    let content = try Self.content(fields, principal, region: region)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      let made = try await plan.draft(content, kind: kind, region: region, by: caller, work: work)
      return Self.answer(made, status: .created)
    }
  }

  private func change(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader)
    let match = try IfMatch.required(request)
    let fields = try JSONFields(try await request.json(context), path: "body")
    let region = try fields.region("region")
    let content = try Self.content(fields, principal, region: region)
    return try await take(.change(content), principal, context, match: match)
  }

  private func step(
    _ step: PlanBroadcast.Step, _ request: Request, _ context: ServiceRequestContext
  ) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let match = try IfMatch(request)
    return try await posts.answer(request, context) { work in
      try await take(step, principal, context, match: match, work: work)
    }
  }

  private func take(
    _ step: PlanBroadcast.Step, _ principal: Principal, _ context: ServiceRequestContext, match: IfMatch
  ) async throws -> JSONResponse {
    try await runner.run { try await take(step, principal, context, match: match, work: $0) }
  }

  private func take(
    _ step: PlanBroadcast.Step, _ principal: Principal, _ context: ServiceRequestContext, match: IfMatch,
    work: UnitOfWork
  ) async throws -> JSONResponse {
    let id = try PathID.read(context)
    let taken = try await plan(step, on: id, by: Caller(principal, context), work: work) { broadcast in
      guard principal.mayAct(in: broadcast.region) else { throw Problem.regionForbidden(broadcast.region) }
      try match.check(EntityTag(version: broadcast.version))
    }
    guard let taken else { throw Self.missing }
    return Self.answer(taken)
  }

  private func found(_ context: ServiceRequestContext) async throws -> JSONResponse {
    let broadcast = try await Self.read(context, try Self.reader(context), runner)
    let figures = try await runner.read { try await RecipientStore.figures(of: broadcast.id, on: $0) }
    guard case .object(var object) = BroadcastView.json(broadcast) else { throw Self.missing }
    object.set("attendance", figures.json)
    return JSONResponse(
      .object(object), headers: [.eTag: EntityTag(version: broadcast.version).description])
  }

  /// How many it would go to, before it goes.
  private func reach(_ context: ServiceRequestContext) async throws -> JSONResponse {
    let broadcast = try await Self.read(context, try Self.reader(context), runner)
    let count = try await runner.read { try await AddresseeStore.count(broadcast.content.segment, on: $0) }
    var object = JSONObject()
    object.set("addressees", count)
    return JSONResponse(.object(object))
  }

  static func read(
    _ context: ServiceRequestContext, _ principal: Principal, _ runner: UnitOfWorkRunner
  ) async throws -> Broadcast {
    let id = try PathID.read(context)
    guard let broadcast = try await runner.read({ try await BroadcastStore.find(id, on: $0) }) else { throw missing }
    guard principal.mayAct(in: broadcast.region) else { throw Problem.regionForbidden(broadcast.region) }
    return broadcast
  }

  static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
  }

  static var missing: Problem { .notFound("There is no broadcast of this id.") }

  private static func answer(_ broadcast: Broadcast, status: HTTPResponse.Status = .ok) -> JSONResponse {
    JSONResponse(
      BroadcastView.json(broadcast), status: status,
      headers: [.eTag: EntityTag(version: broadcast.version).description])
  }

  /// Nobody writes to people outside the own regions; a segment without regions is the broadcast's own.
  private static func content(
    _ fields: JSONFields, _ principal: Principal, region: String
  ) throws -> BroadcastContent {
    var content: BroadcastContent = try fields.object("content")
    if content.segment.regions.isEmpty { content.segment.regions = [region] }
    for region in content.segment.regions where !principal.mayAct(in: region) {
      throw Problem.regionForbidden(region)
    }
    return content
  }
}
