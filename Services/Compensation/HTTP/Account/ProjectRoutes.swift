import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Projects that money of the account is spent on, over HTTP.
struct ProjectRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let approve: ApproveProject
  let spend: SpendOnProject

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/projects") { request, context in
      let principal = try context.require(.leader)
      let json = try await request.json(context)
      let form = try ProjectForm(json: json, path: "body")
      guard principal.mayAct(in: form.region) else { throw Problem.regionForbidden(form.region) }
      return try await posts.answer(request, context, body: json) { work in
        Self.response(
          try await approve(form, by: Caller(principal, context), work: work), status: .created)
      }
    }
    routes.post("v1/projects/{id}/payments") { request, context in try await spend(request, context) }
    routes.get("v1/projects") { request, context in
      let principal = try CaseRoutes.reader(context)
      let query = try QueryReader(request, allowing: ["region", "category", "cursor", "limit"])
      let regions = try query.regions(for: principal)
      let category: SpendingCategory? = try query.code("category")
      let page = try EntryPage(query, "projects")
      let found = try await runner.read {
        try await ProjectStore.list(
          regions: regions, category: category, before: page.last, limit: page.limit + 1, on: $0)
      }
      return page.response("projects", found, entry: \.entry, view: Self.json)
    }
    routes.get("v1/projects/{id}") { _, context in
      let principal = try CaseRoutes.reader(context)
      let id = try CaseRoutes.id(context)
      guard let project = try await runner.read({ try await ProjectStore.find(id, on: $0) }) else {
        throw Self.missing
      }
      guard principal.mayAct(in: project.form.region) else { throw Problem.regionForbidden(project.form.region) }
      return Self.response(project)
    }
  }

  private func spend(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.finance)
    let id = try CaseRoutes.id(context)
    let json = try await request.json(context)
    let order = try SpendOnProject.Order(json: json, path: "body")
    return try await posts.answer(request, context, body: json) { work in
      let project = try await spend(order, on: id, by: Caller(principal, context), work: work) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
      guard let project else { throw Self.missing }
      return Self.response(project, status: .created)
    }
  }

  private static func response(_ project: FundProject, status: HTTPResponse.Status = .ok) -> JSONResponse {
    JSONResponse(
      json(project), status: status,
      headers: [
        .eTag: EntityTag(version: project.version).description, .location: "/v1/projects/\(project.id.lowercased)",
      ])
  }

  private static func json(_ project: FundProject) -> JSON {
    var object = project.form.json.object ?? JSONObject()
    object.set("projectId", project.id)
    object.set("projectNumber", project.number)
    object.set("spentFen", project.spentFen)
    object.set("leftFen", project.leftFen)
    object.set("version", project.version)
    object.set("updatedAt", project.updatedAt)
    return .object(object)
  }

  private static let missing = Problem.notFound("There is no project of this id.")
}
