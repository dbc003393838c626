import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Policies over HTTP.
struct PolicyRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let keep: KeepPolicy

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/policies") { request, context in
      let principal = try context.require(.finance, .supervisor, .leader)
      let json = try await request.json(context)
      let form = try PolicyForm(json: json, path: "body")
      guard principal.mayAct(in: form.region) else { throw Problem.regionForbidden(form.region) }
      return try await posts.answer(request, context, body: json) { work in
        let policy = try await keep.enter(form, by: Caller(principal, context), work: work)
        return Self.response(policy, status: .created)
      }
    }
    routes.put("v1/policies/{id}") { request, context in try await change(request, context) }
    routes.get("v1/policies") { request, context in try await list(request, context) }
    routes.get("v1/policies/{id}") { _, context in
      let principal = try CaseRoutes.reader(context)
      let id = try CaseRoutes.id(context)
      let found: (InsurancePolicy, Int64)? = try await runner.read { connection in
        guard let policy = try await PolicyStore.find(id, on: connection) else { return nil }
        return (policy, try await PolicyStore.leftFen(of: policy, on: connection))
      }
      guard let (policy, left) = found else { throw Self.missing }
      guard principal.mayAct(in: policy.form.region) else { throw Problem.regionForbidden(policy.form.region) }
      return Self.response(policy, leftFen: left)
    }
  }

  private func change(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.finance, .supervisor, .leader)
    let id = try CaseRoutes.id(context)
    let form = try PolicyForm(json: try await request.json(context), path: "body")
    guard principal.mayAct(in: form.region) else { throw Problem.regionForbidden(form.region) }
    let match = try IfMatch.required(request)
    let policy = try await runner.run { work in
      try await keep.change(id, to: form, by: Caller(principal, context), work: work) { policy in
        guard principal.mayAct(in: policy.form.region) else { throw Problem.regionForbidden(policy.form.region) }
        try match.check(EntityTag(version: policy.version))
      }
    }
    guard let policy else { throw Self.missing }
    return Self.response(policy)
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try CaseRoutes.reader(context)
    let query = try QueryReader(request, allowing: ["region", "holder", "day", "cursor", "limit"])
    let regions = try query.regions(for: principal)
    let day = try query.text("day").map { text in
      guard let day = CivilDate(text) else { throw QueryReader.invalid("day", "a day such as 2026-01-06") }
      return day
    }
    let page = try EntryPage(query, "policies")
    let found = try await runner.read {
      try await PolicyStore.list(
        regions: regions, holder: query.text("holder"), day: day, before: page.last, limit: page.limit + 1, on: $0)
    }
    return page.response("policies", found, entry: \.entry) { Self.json($0) }
  }

  private static func response(
    _ policy: InsurancePolicy, leftFen: Int64? = nil, status: HTTPResponse.Status = .ok
  ) -> JSONResponse {
    JSONResponse(
      json(policy, leftFen: leftFen), status: status,
      headers: [
        .eTag: EntityTag(version: policy.version).description, .location: "/v1/policies/\(policy.id.lowercased)",
      ])
  }

  private static func json(_ policy: InsurancePolicy, leftFen: Int64? = nil) -> JSON {
    var object = policy.form.json.object ?? JSONObject()
    object.set("policyId", policy.id)
    object.set("leftFen", leftFen)
    object.set("version", policy.version)
    object.set("updatedAt", policy.updatedAt)
    return .object(object)
  }

  private static let missing = Problem.notFound("There is no policy of this id.")
}
