import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The pools of experts over HTTP.
struct ExpertRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let keep: KeepExperts

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/experts") { request, context in try await list(request, context) }
    routes.get("v1/experts/{number}") { _, context in
      let principal = try CaseRoutes.reader(context)
      let number = try context.parameters.require("number")
      guard let expert = try await runner.read({ try await ExpertStore.find([number], on: $0) }).first else {
        throw Self.missing
      }
      guard principal.mayAct(in: expert.form.region) else { throw Problem.regionForbidden(expert.form.region) }
      return JSONResponse(ExpertView.json(expert), headers: [.eTag: Self.tag(expert)])
    }
    routes.post("v1/experts") { request, context in
      let principal = try StepRoutes.caller(context, StepRoutes.heads)
      let json = try await request.json(context)
      let form = try ExpertForm(json: json, path: "body")
      guard principal.mayAct(in: form.region) else { throw Problem.regionForbidden(form.region) }
      return try await posts.answer(request, context, body: json) { work in
        let expert = try await keep.register(form, by: Caller(principal, context), work: work)
        return JSONResponse(
          ExpertView.json(expert), status: .created,
          headers: [.location: "/v1/experts/\(expert.number)", .eTag: Self.tag(expert)])
      }
    }
    routes.put("v1/experts/{number}") { request, context in try await change(request, context) }
  }

  /// Experts as JSON, or with `format=csv` as a table.
  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let principal = try CaseRoutes.reader(context)
    let page = try EntryQuery(request, of: "experts", allowing: ["region", "level", "field", "active"])
    var filter = ExpertStore.Filter(regions: try page.query.regions(for: principal))
    filter.level = try page.query.code("level")
    filter.field = try page.query.code("field")
    filter.isActive = try page.query.flag("active")
    filter.before = page.before
    filter.limit = page.limit
    if try request.wantsCSV {
      filter.limit = EntryQuery.largestPage
      return ExpertView.table(filter, runner: runner).response(from: request, context: context)
    }
    let (wanted, runner) = (filter, runner)
    let found = try await runner.read { try await ExpertStore.list(wanted, on: $0) }
    var object = JSONObject()
    object.set("experts", .array(found.map { ExpertView.json($0.expert) }))
    object.set("next", page.next(found.map(\.entry)))
    return JSONResponse(.object(object)).response(from: request, context: context)
  }

  private func change(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try StepRoutes.caller(context, StepRoutes.heads)
    let number = try context.parameters.require("number")
    let match = try IfMatch.required(request)
    let form = try ExpertForm(json: try await request.json(context), path: "body")
    let caller = Caller(principal, context)
    let expert = try await runner.run { work in
      try await keep.change(number, to: form, by: caller, work: work) { expert in
        guard principal.mayAct(in: expert.form.region) else { throw Problem.regionForbidden(expert.form.region) }
        try match.check(EntityTag(version: expert.version))
      }
    }
    guard let expert else { throw Self.missing }
    return JSONResponse(ExpertView.json(expert), headers: [.eTag: Self.tag(expert)])
  }

  private static func tag(_ expert: Expert) -> String { EntityTag(version: expert.version).description }

  private static let missing = Problem.notFound("There is no expert of this number.")
}
