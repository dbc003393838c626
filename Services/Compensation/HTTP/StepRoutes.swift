import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The steps of staff, each as `POST /v1/cases/{id}/<step>`.
struct StepRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let take: StepTaker

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    add(Check.self, [.handler, .supervisor, .leader], to: routes)
    add(Close.self, [.supervisor, .leader], to: routes)
  }

  /// One route; the role is checked before the body is read, the region when the case is known.
  private func add<Step: CaseStep>(
    _ step: Step.Type, _ roles: [Role], to routes: RouterGroup<ServiceRequestContext>
  ) {
    routes.post(RouterPath("v1/cases/{id}/\(Step.name.rawValue)")) { request, context in
      guard let principal = context.principal else { throw Problem.unauthenticated }
      guard !principal.roles.isDisjoint(with: roles) else { throw Problem.roleMissing(roles) }
      let id = try CaseRoutes.id(context)
      let body = try await request.json(context, as: Step.self)
      let compensation = try await runner.run { work in
        try await take(body, on: id, by: Caller(principal, context), work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
      }
      guard let compensation else { throw Problem.notFound("There is no case of this id.") }
      return JSONResponse(CaseView.line(compensation))
    }
  }
}
