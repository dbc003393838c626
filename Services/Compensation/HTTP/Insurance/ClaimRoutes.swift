import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Claims over HTTP: filing, conditions, withdrawal, recourse.
struct ClaimRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let file: FileClaim
  let take: TakeClaimStep

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/cases/{id}/file-claim") { request, context in try await file(request, context) }
    routes.get("v1/claims") { request, context in try await list(request, context) }
    routes.get("v1/claims/{id}") { _, context in
      let principal = try CaseRoutes.reader(context)
      let id = try CaseRoutes.id(context)
      guard let claim = try await runner.read({ try await ClaimStore.find(id, on: $0) }) else { throw Self.missing }
      guard principal.mayAct(in: claim.region) else { throw Problem.regionForbidden(claim.region) }
      return JSONResponse(ClaimView.json(claim))
    }
    routes.post("v1/claims/{id}/{step}") { request, context in try await step(request, context) }
  }

  private func file(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.handler, .supervisor, .leader)
    let id = try CaseRoutes.id(context)
    let json = try await request.json(context)
    let form = try ClaimForm(json: json, path: "body")
    let match = try IfMatch(request)
    return try await posts.answer(request, context, body: json) { work in
      let claim = try await file(form, for: id, by: Caller(principal, context), work: work) { compensation in
        guard principal.mayAct(in: compensation.region) else { throw Problem.regionForbidden(compensation.region) }
        try match.check(EntityTag(version: compensation.version))
      }
      guard let claim else { throw CaseRoutes.missing }
      return JSONResponse(
        ClaimView.json(claim), status: .created, headers: [.location: "/v1/claims/\(claim.id.lowercased)"])
    }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try CaseRoutes.reader(context)
    let query = try QueryReader(request, allowing: ["region", "status", "overdue", "cursor", "limit"])
    let regions = try query.regions(for: principal)
    let statuses: [ClaimStatus] = try query.codes("status")
    let isOverdue = try query.flag("overdue")
    let page = try EntryPage(query, "claims")
    let found = try await runner.read {
      try await ClaimStore.list(
        regions: regions, statuses: statuses, isOverdue: isOverdue, before: page.last, limit: page.limit + 1, on: $0)
    }
    return page.response("claims", found, entry: \.entry, view: ClaimView.json)
  }

  private func step(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.handler, .supervisor, .leader)
    let id = try CaseRoutes.id(context)
    let json = try await request.json(context)
    let step = try Self.read(try context.parameters.require("step"), JSONFields(json, path: "body"), now: runner.now)
    return try await posts.answer(request, context, body: json) { work in
      let claim = try await take(step, on: id, by: Caller(principal, context), work: work) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
      guard let claim else { throw Self.missing }
      return JSONResponse(ClaimView.json(claim))
    }
  }

  private static func read(_ name: String, _ fields: JSONFields, now: Date) throws -> TakeClaimStep.Step {
    switch name {
    case "meet-conditions":
      let conditions: [MetCondition] = try fields.objects("conditions", required: true, maximum: 16)
      let metAt = try fields.optionalInstant("metAt")
      // What is to come is not met yet.
      try ClockBounds(ahead: 0).check(metAt, field: fields.path("metAt"), now: now)
      return .meet(conditions, at: metAt)
    case "withdraw": return .withdraw(try fields.code("reason"))
    case "open-recourse":
      let subject = try fields.subjectKey("subjectKey")
      try SubjectCheck.check(subject, field: fields.path("subjectKey"))
      return .openRecourse(subjectKey: subject)
    default: throw Problem.notFound("A claim knows meet-conditions, withdraw and open-recourse.")
    }
  }

  private static let missing = Problem.notFound("There is no claim of this id.")
}
