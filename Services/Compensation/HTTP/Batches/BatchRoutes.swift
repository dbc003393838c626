import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Batches of cases over HTTP: `POST /v1/batches/{id}/steps/<step>` takes a step with all of their cases at once.
struct BatchRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let form: FormBatches
  let take: TakeBatchStep

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/batches") { request, context in try await list(request, context) }
    routes.get("v1/batches/{id}") { _, context in try await detail(context) }
    routes.post("v1/batches") { request, context in
      let principal = try StepRoutes.caller(context, StepRoutes.heads)
      let json = try await request.json(context)
      let wish = try FormBatch(json: json, path: "body")
      return try await posts.answer(request, context, body: json) { work in
        let batch = try await form(wish, by: Caller(principal, context), work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
        return JSONResponse(
          BatchView.line(batch), status: .created,
          headers: [.location: "/v1/batches/\(batch.id.lowercased)", .eTag: Self.tag(batch)])
      }
    }
    routes.post("v1/batches/{id}/leave") { request, context in try await leave(request, context) }
    routes.post("v1/batches/{id}/steps/{step}") { request, context in try await step(request, context) }
  }

  private func step(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try StepRoutes.caller(context, StepRoutes.heads)
    let id = try Self.id(context)
    let text = try context.parameters.require("step")
    guard let name = StepName(rawValue: text) else { throw BatchError.unknownStep(text) }
    let match = try IfMatch(request)
    let json = try await request.json(context)
    let body = try BatchStepBody.read(json)
    return try await posts.answer(request, context, body: json) { work in
      let taken = try await take(name, body, on: id, by: Caller(principal, context), work: work) { batch in
        try Self.authorise(principal, batch, match)
      }
      guard let taken else { throw Self.missing }
      return JSONResponse(BatchView.detail(taken.batch, taken.cases), headers: [.eTag: Self.tag(taken.batch)])
    }
  }

  private func leave(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try StepRoutes.caller(context, StepRoutes.heads)
    let id = try Self.id(context)
    let match = try IfMatch(request)
    let json = try await request.json(context)
    let fields = try JSONFields(json, path: "body")
    let caseId = try fields.uuid("caseId")
    // The reason goes out to whoever subscribes, so the second net masks what slipped in.
    let reason = TextMask.mask(try fields.text("reason", limit: 1024)).text
    return try await posts.answer(request, context, body: json) { work in
      let batch = try await form.leave(
        id, caseId: caseId, reason: reason, by: Caller(principal, context), work: work
      ) { batch in try Self.authorise(principal, batch, match) }
      guard let batch else { throw Self.missing }
      return JSONResponse(BatchView.line(batch), headers: [.eTag: Self.tag(batch)])
    }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try CaseRoutes.reader(context)
    let page = try EntryQuery(request, of: "batches", allowing: ["region"])
    let regions = try page.query.regions(for: principal)
    let found = try await runner.read {
      try await BatchStore.list(regions: regions, before: page.before, limit: page.limit, on: $0)
    }
    var object = JSONObject()
    object.set("batches", .array(found.map { BatchView.line($0.batch) }))
    object.set("next", page.next(found.map(\.entry)))
    return JSONResponse(.object(object))
  }

  private func detail(_ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try CaseRoutes.reader(context)
    let id = try Self.id(context)
    let found = try await runner.read { connection -> (Batch, [CompensationCase])? in
      guard let batch = try await BatchStore.find(id, on: connection) else { return nil }
      return (batch, try await BatchStore.cases(of: batch, on: connection))
    }
    guard let found else { throw Self.missing }
    guard principal.mayAct(in: found.0.region) else { throw Problem.regionForbidden(found.0.region) }
    return JSONResponse(BatchView.detail(found.0, found.1), headers: [.eTag: Self.tag(found.0)])
  }

  private static func authorise(_ principal: Principal, _ batch: Batch, _ match: IfMatch) throws {
    guard principal.mayAct(in: batch.region) else { throw Problem.regionForbidden(batch.region) }
    try match.check(EntityTag(version: batch.version))
  }

  private static func id(_ context: ServiceRequestContext) throws -> UUID {
    guard let id = UUID(text: try context.parameters.require("id")) else { throw Self.missing }
    return id
  }

  private static func tag(_ batch: Batch) -> String { EntityTag(version: batch.version).description }

  private static let missing = Problem.notFound("There is no batch of this id.")
}
