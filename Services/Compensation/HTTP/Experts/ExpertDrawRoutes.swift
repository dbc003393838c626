import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Joint draws of experts over HTTP: the steps of bureau and obligor, and everything needed to draw again.
struct ExpertDrawRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let open: OpenDraws
  let take: DrawTaker

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/expert-draws") { request, context in try await list(request, context) }
    routes.get("v1/expert-draws/{id}") { _, context in
      let draw = try await found(context)
      let history = try await runner.read { try await SettlementStepStore.history(draw.id, on: $0) }
      return JSONResponse(ExpertDrawView.detail(draw, history: history), headers: [.eTag: Self.tag(draw)])
    }
    routes.get("v1/expert-draws/{id}/pool") { _, context in
      let draw = try await found(context)
      guard let pool = try await runner.read({ try await ExpertDrawStore.pool(of: draw.id, on: $0) }) else {
        throw Problem.notFound("The pool of this draw is not fixed yet.")
      }
      return Response(
        status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: pool)))
    }
    routes.post("v1/expert-draws") { request, context in
      let principal = try StepRoutes.caller(context, StepRoutes.handlers)
      let json = try await request.json(context)
      let wish = try OpenExpertDraw(json: json, path: "body")
      return try await posts.answer(request, context, body: json) { work in
        let draw = try await open(wish, by: Caller(principal, context), work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
        return JSONResponse(
          ExpertDrawView.line(draw), status: .created,
          headers: [.location: "/v1/expert-draws/\(draw.id.lowercased)", .eTag: Self.tag(draw)])
      }
    }
    add(CommitSeed.self, to: routes)
    add(FixPool.self, to: routes)
    add(RevealSeed.self, to: routes)
    add(MakeDraw.self, to: routes)
    add(ConfirmPanel.self, to: routes)
    add(ReplaceExpert.self, to: routes)
    add(GiveOpinion.self, to: routes)
    add(CancelDraw.self, to: routes)
  }

  private func add(_ step: any DrawStep.Type, to routes: RouterGroup<ServiceRequestContext>) {
    routes.post(RouterPath("v1/expert-draws/{id}/\(step.name)")) { request, context in
      let principal = try StepRoutes.caller(context, StepRoutes.handlers)
      let id = try Self.id(context)
      let match = try IfMatch(request)
      let json = try await request.json(context)
      let body = try step.init(json: json, path: "body")
      return try await posts.answer(request, context, body: json) { work in
        let draw = try await take(body, on: id, by: Caller(principal, context), work: work) { draw in
          guard principal.mayAct(in: draw.region) else { throw Problem.regionForbidden(draw.region) }
          try match.check(EntityTag(version: draw.version))
        }
        guard let draw else { throw Self.missing }
        return JSONResponse(ExpertDrawView.line(draw), headers: [.eTag: Self.tag(draw)])
      }
    }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try Self.reader(context)
    let page = try EntryQuery(request, of: "expert-draws", allowing: ["region", "status"])
    let regions = try page.query.regions(for: principal)
    let status: ExpertDraw.Status? = try page.query.code("status")
    let found = try await runner.read {
      try await ExpertDrawStore.list(
        regions: regions, status: status, before: page.before, limit: page.limit, on: $0)
    }
    var object = JSONObject()
    object.set("draws", .array(found.map { ExpertDrawView.line($0.draw) }))
    object.set("next", page.next(found.map(\.entry)))
    return JSONResponse(.object(object))
  }

  /// A draw within the caller's regions; agencies may verify it too.
  private func found(_ context: ServiceRequestContext) async throws -> ExpertDraw {
    let principal = try Self.reader(context)
    let id = try Self.id(context)
    guard let draw = try await runner.read({ try await ExpertDrawStore.find(id, on: $0) }) else { throw Self.missing }
    guard principal.mayAct(in: draw.region) else { throw Problem.regionForbidden(draw.region) }
    return draw
  }

  static func id(_ context: ServiceRequestContext) throws -> UUID {
    guard let id = UUID(text: try context.parameters.require("id")) else { throw Self.missing }
    return id
  }

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .finance, .auditor, .agency)
  }

  private static func tag(_ draw: ExpertDraw) -> String { EntityTag(version: draw.version).description }

  private static let missing = Problem.notFound("There is no draw of this id.")
}
