import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The steps of staff, each as `POST /v1/petitions/{id}/<step>`.
struct StepRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let take: StepTaker

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    add(Accept.self, [.clerk, .handler, .supervisor, .leader], to: routes)
    add(Refuse.self, [.supervisor, .leader], to: routes)
    add(Assign.self, [.clerk, .handler, .supervisor, .leader], to: routes)
    add(Transfer.self, [.clerk, .supervisor, .leader], to: routes)
    add(Handle.self, [.handler, .supervisor, .leader], to: routes)
    add(Verify.self, [.handler, .supervisor, .leader], to: routes)
    add(Conclude.self, [.handler, .supervisor, .leader], to: routes)
    add(Recheck.self, [.supervisor, .leader], to: routes)
    add(Publish.self, [.supervisor, .leader], to: routes)
    add(CallBack.self, [.clerk, .handler, .supervisor, .leader], to: routes)
    add(RecordContact.self, [.clerk, .handler, .supervisor, .leader], to: routes)
    add(Archive.self, [.clerk, .supervisor, .leader], to: routes)
  }

  /// One route; the role is checked before the body is read, the region when the petition is known.
  private func add<Step: PetitionStep>(
    _ step: Step.Type, _ roles: [Role], to routes: RouterGroup<ServiceRequestContext>
  ) {
    routes.post(RouterPath("v1/petitions/{id}/\(Step.name.rawValue)")) { request, context in
      guard let principal = context.principal else { throw Problem.unauthenticated }
      guard !principal.roles.isDisjoint(with: roles) else { throw Problem.roleMissing(roles) }
      let id = try PetitionRoutes.id(context)
      let body = try await request.json(context, as: Step.self)
      let petition = try await runner.run { work in
        try await take(body, on: id, by: Caller(principal, context), work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
      }
      guard let petition else { throw Problem.notFound("There is no petition of this id.") }
      return JSONResponse(PetitionView.line(petition))
    }
  }
}
