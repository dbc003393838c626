import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Inspection plans and limits by emission, for the random-inspection system and mobile enforcement.
struct PlanRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let rules: RuleBook

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/inspection-plans") { request, context in try await plans(request, context) }
    routes.get("v1/inspection-plans/{key}") { _, context in
      let principal = try RegisterRoutes.reader(context)
      let key = try SubjectPath.read(context).description
      guard let plan = try await runner.read({ try await PlanStore.find([key], on: $0) })[key] else {
        throw Problem.notFound("This subject has no inspection plan: it was never rated.")
      }
      guard principal.mayAct(in: plan.region) else { throw Problem.regionForbidden(plan.region) }
      return JSONResponse(UnitView.plan(plan))
    }
    routes.get("v1/emission-limits") { request, context in try await limits(request, context) }
  }

  private func plans(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let query = try EntryQuery(
      request, try RegisterRoutes.reader(context), list: "inspection-plans", filters: ["colour", "mode"])
    let asked = PlanStore.listing(
      query.place, colour: try query.reader.code("colour"), mode: try query.reader.code("mode"))
    if try request.wantsCSV {
      let runner = runner
      let table = CSVStream(fileName: "inspection-plans.csv", columns: UnitView.planColumns) {
        let pages = ListPages(asked, runner: runner) { try await PlanStore.list($0, on: $1) }
        return { try await pages.next()?.map(UnitView.row) }
      }
      return table.response(from: request, context: context)
    }
    let page = try await runner.read { try await PlanStore.list(asked, on: $0) }
    var object = JSONObject()
    object.set("plans", .array(page.rows.map(UnitView.plan)))
    object.set("next", page.next.map(query.cursor))
    return JSONResponse(.object(object)).response(from: request, context: context)
  }

  private func limits(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let query = try EntryQuery(request, try RegisterRoutes.reader(context), list: "emission-limits", filters: ["alert"])
    // The mildest alert, unless another is asked for.
    let alert = try query.reader.code("alert", as: AlertLevel.self) ?? .yellow
    let limits = try EmissionLimits(try rules.rules(at: runner.now), alert: alert)
    let listing = UnitStore.listing(query.place, isActive: true, isEmitting: true)
    if try request.wantsCSV {
      let runner = runner
      let table = CSVStream(fileName: "emission-limits.csv", columns: LimitView.columns) {
        let pages = ListPages(listing, runner: runner) { try await LimitList.page($0, on: $1) }
        return { try await pages.next()?.map { try LimitView.row($0, limits) } }
      }
      return table.response(from: request, context: context)
    }
    let page = try await runner.read { try await LimitList.page(listing, on: $0) }
    var object = JSONObject()
    object.set("alert", code: alert)
    object.set("rule", limits.reference)
    object.set("limits", .array(try page.rows.map { try LimitView.json($0, limits) }))
    object.set("next", page.next.map(query.cursor))
    return JSONResponse(.object(object)).response(from: request, context: context)
  }
}
