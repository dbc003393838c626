import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The steps of staff, each as `POST /v1/cases/{id}/<step>`, once for each `Idempotency-Key`.
struct StepRoutes: Sendable {
  let posts: IdempotentPosts
  let take: StepTaker

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    add(Check.self, [.handler, .supervisor, .leader], to: routes)
    add(Close.self, [.supervisor, .leader], to: routes)
  }

  private func add<Step: CaseStep>(
    _ step: Step.Type, _ roles: [Role], to routes: RouterGroup<ServiceRequestContext>
  ) {
    routes.post(RouterPath("v1/cases/{id}/\(Step.name.rawValue)")) { request, context in
      try await answer(step, roles, request, context)
    }
  }

  /// One request; the role is checked before the body is read, the region when the case is known.
  private func answer<Step: CaseStep>(
    _ step: Step.Type, _ roles: [Role], _ request: Request, _ context: ServiceRequestContext
  ) async throws -> JSONResponse {
    let principal = try StepRoutes.caller(context, roles)
    let id = try CaseRoutes.id(context)
    let json = try await request.json(context)
    let body = try Step(json: json, path: "body")
    return try await posts.answer(request, context, body: json) { work in
      let taken = try await take(body, on: id, by: Caller(principal, context), work: work) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
      guard let taken else { throw Problem.notFound("There is no case of this id.") }
      return JSONResponse(CaseView.line(taken))
    }
  }

  private static func caller(_ context: ServiceRequestContext, _ roles: [Role]) throws -> Principal {
    guard let principal = context.principal else { throw Problem.unauthenticated }
    guard !principal.roles.isDisjoint(with: roles) else { throw Problem.roleMissing(roles) }
    return principal
  }
}
