import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The register of appraisal bodies over HTTP; it serves the whole city.
struct AppraisalBodyRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let keep: KeepAppraisalBodies

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/appraisal-bodies") { request, context in
      try CaseRoutes.reader(context)
      let page = try EntryQuery(request, of: "appraisal-bodies", allowing: ["kind"])
      let kind: AppraisalKind? = try page.query.code("kind")
      let found = try await runner.read {
        try await AppraisalBodyStore.list(kind: kind, before: page.before, limit: page.limit, on: $0)
      }
      var object = JSONObject()
      object.set("bodies", .array(found.map { Self.json($0.body) }))
      object.set("next", page.next(found.map(\.entry)))
      return JSONResponse(.object(object))
    }
    routes.get("v1/appraisal-bodies/{key}") { _, context in
      try CaseRoutes.reader(context)
      let key = try context.parameters.require("key")
      guard let body = try await runner.read({ try await AppraisalBodyStore.find(key, on: $0) }) else {
        throw Self.missing
      }
      return JSONResponse(Self.json(body), headers: [.eTag: Self.tag(body)])
    }
    routes.post("v1/appraisal-bodies") { request, context in
      let principal = try StepRoutes.caller(context, StepRoutes.heads)
      let json = try await request.json(context)
      let form = try AppraisalBodyForm(json: json, path: "body")
      return try await posts.answer(request, context, body: json) { work in
        let body = try await keep.register(form, by: Caller(principal, context), work: work)
        return JSONResponse(
          Self.json(body), status: .created,
          headers: [.location: "/v1/appraisal-bodies/\(form.bodyKey)", .eTag: Self.tag(body)])
      }
    }
    routes.put("v1/appraisal-bodies/{key}") { request, context in
      let principal = try StepRoutes.caller(context, StepRoutes.heads)
      let key = try context.parameters.require("key")
      let match = try IfMatch.required(request)
      let form = try AppraisalBodyForm(json: try await request.json(context), path: "body")
      let caller = Caller(principal, context)
      let body = try await runner.run { work in
        try await keep.change(key, to: form, by: caller, work: work) { body in
          try match.check(EntityTag(version: body.version))
        }
      }
      guard let body else { throw Self.missing }
      return JSONResponse(Self.json(body), headers: [.eTag: Self.tag(body)])
    }
  }

  private static func json(_ body: AppraisalBody) -> JSON {
    var object = body.form.json.object ?? JSONObject()
    object.set("active", body.form.active ?? true)
    object.set("version", body.version)
    return .object(object)
  }

  private static func tag(_ body: AppraisalBody) -> String { EntityTag(version: body.version).description }

  private static let missing = Problem.notFound("There is no appraisal body of this code.")
}
