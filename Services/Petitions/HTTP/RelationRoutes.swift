import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Which petitions belong together: suggestions, links and merges, and material that joins a case.
struct RelationRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let find: FindPetition
  let suggest: SuggestRelations
  let list: ListRelations
  let change: ChangeRelations
  let add: AddMaterial
  let attachments: ReadAttachments

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/petitions/{id}/suggestions") { request, context in
      let petition = try await petition(context)
      let principal = try RelationRoutes.reader(context, petition)
      let found = try await runner.read { connection in
        try await suggest(for: petition, at: runner.now, mayShow: principal.mayAct, on: connection)
      }
      return JSONResponse(["suggestions": .array(found.map(RelationView.suggestion))])
    }
    routes.get("v1/petitions/{id}/relations") { request, context in
      let petition = try await petition(context)
      try RelationRoutes.reader(context, petition)
      let after = request.uri.queryParameters["after"].flatMap { UUID(text: String($0)) }
      let found = try await runner.read { try await list(of: petition.id, after: after, on: $0) }
      return JSONResponse(RelationView.page(found))
    }
    routes.post("v1/petitions/{id}/links") { request, context in
      try await changed(request, context) {
        try await change.link($0, to: $1, note: $2, by: $3, work: $4, authorise: $5)
      }
    }
    routes.post("v1/petitions/{id}/unlink") { request, context in
      try await changed(request, context) {
        try await change.unlink($0, from: $1, note: $2, by: $3, work: $4, authorise: $5)
      }
    }
    routes.post("v1/petitions/{id}/merge") { request, context in
      try await changed(request, context) {
        try await change.merge($0, into: $1, note: $2, by: $3, work: $4, authorise: $5)
      }
    }
    registerMaterial(on: routes)
  }

  private func registerMaterial(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/petitions/{id}/materials") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader)
      let petition = try await petition(context)
      try RelationRoutes.writer(context, petition)
      let body = try await request.json(context)
      let material = try AddMaterial.Material(json: body, path: "body")
      return try await add.gate.pass {
        try await posts.answer(request, context, body: body) { work in
          let answer = try await add(
            material, to: petition, source: "/staff/\(principal.subject)", caller: Caller(principal, context),
            work: work)
          return JSONResponse(IntakeView.result(answer))
        }
      }
    }
    routes.get("v1/petitions/{id}/attachments") { _, context in
      let petition = try await petition(context)
      let principal = try context.require(.clerk, .handler, .supervisor, .leader, region: petition.region)
      let found = try await runner.run { work in
        try await attachments(of: petition, by: Caller(principal, context), work: work)
      }
      return JSONResponse(["attachments": .array(found)])
    }
  }

  /// A change of how two petitions stand to each other: `otherId`, and why in `note`; once for each `Idempotency-Key`, and
  /// with `If-Match` only on the version of the petition that was seen.
  private func changed(
    _ request: Request, _ context: ServiceRequestContext,
    _ body: (UUID, UUID, String?, Caller, UnitOfWork, (Petition) throws -> Void) async throws -> Petition?
  ) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader)
    let id = try PetitionRoutes.id(context)
    let match = try IfMatch(request)
    let json = try await request.json(context)
    let fields = try JSONFields(json, path: "body")
    let other = try fields.uuid("otherId")
    let note = try fields.optionalText("note", limit: 1024)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: json) { work in
      let petition = try await body(id, other, note, caller, work) { petition in
        guard principal.mayAct(in: petition.region) else { throw Problem.regionForbidden(petition.region) }
        if petition.id == id { try match.check(EntityTag(version: petition.version)) }
      }
      guard let petition else { throw Problem.notFound("There is no petition of one of these ids.") }
      return JSONResponse(
        PetitionView.line(petition), headers: [.eTag: EntityTag(version: petition.version).description])
    }
  }

  private func petition(_ context: ServiceRequestContext) async throws -> Petition {
    guard context.principal != nil else { throw Problem.unauthenticated }
    let name = try context.parameters.require("id")
    guard let petition = try await runner.read({ try await find(name, on: $0) }) else {
      throw Problem.notFound("There is no petition of this id or number.")
    }
    return petition
  }

  @discardableResult
  private static func reader(_ context: ServiceRequestContext, _ petition: Petition) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, region: petition.region)
  }

  private static func writer(_ context: ServiceRequestContext, _ petition: Petition) throws {
    try context.require(.clerk, .handler, .supervisor, .leader, region: petition.region)
  }
}
