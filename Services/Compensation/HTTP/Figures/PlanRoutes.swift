import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Yearly plans and their progress over HTTP.
struct PlanRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let issue: IssuePlan
  let follow: FollowPlan

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.put("v1/plans/{region}/{year}") { request, context in try await put(request, context) }
    routes.get("v1/plans/{region}/{year}") { request, context in
      let principal = try CaseRoutes.reader(context)
      let (region, year) = try Self.name(context, principal)
      guard let plan = try await runner.read({ try await PlanStore.find(region, year: year, on: $0) }) else {
        throw Problem.notFound("There is no plan of this region and year.")
      }
      let tasks = try await runner.read { try await follow(plan, on: $0) }
      if try request.wantsCSV {
        return PlanView.csv(plan, tasks).response(from: request, context: context)
      }
      return Self.response(PlanView.json(plan, tasks), plan).response(from: request, context: context)
    }
  }

  /// The first issue asks for nothing; one that replaces another must name its version.
  private func put(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let (region, year) = try Self.name(context, principal)
    let form = try PlanForm(json: try await request.json(context), path: "body")
    try form.check(within: region)
    let plan = try await runner.run { work in
      try await issue(form, for: region, year: year, by: Caller(principal, context), work: work) { before in
        guard let before else { return }
        try IfMatch.required(request).check(EntityTag(version: Int64(before.version)))
      }
    }
    let tasks = try await runner.read { try await follow(plan, on: $0) }
    return Self.response(PlanView.json(plan, tasks), plan, status: plan.version == 1 ? .created : .ok)
  }

  private static func response(
    _ json: JSON, _ plan: AnnualPlan, status: HTTPResponse.Status = .ok
  ) -> JSONResponse {
    JSONResponse(json, status: status, headers: [.eTag: EntityTag(version: Int64(plan.version)).description])
  }

  private static func name(
    _ context: ServiceRequestContext, _ principal: Principal
  ) throws -> (region: String, year: Int) {
    let region = try context.parameters.require("region")
    guard let year = Int(try context.parameters.require("year")), 2000...9999 ~= year, (try? RegionCode(region)) != nil
    else { throw Problem.notFound("A plan is named by a region of six digits and a year.") }
    guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
    return (region, year)
  }
}
