import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The steps of staff, each as `POST /v1/petitions/{id}/<step>`, once for each `Idempotency-Key`; with `If-Match`, only
/// on the version that was seen.
struct StepRoutes: Sendable {
  let posts: IdempotentPosts
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
    add(RecordNotice.self, [.clerk, .handler, .supervisor, .leader], to: routes)
    add(Archive.self, [.clerk, .supervisor, .leader], to: routes)
    add(NameLeader.self, [.supervisor, .leader], to: routes)
    add(VisitSite.self, [.supervisor, .leader], to: routes)
    registerTransfers(on: routes)
    registerClocks(on: routes)
    registerAfterwards(on: routes)
  }

  /// Between units, and what a hard case needs.
  private func registerTransfers(on routes: RouterGroup<ServiceRequestContext>) {
    add(TakeOver.self, [.clerk, .handler, .supervisor, .leader], to: routes)
    add(Object.self, [.supervisor, .leader], to: routes)
    add(DecideObjection.self, [.supervisor, .leader], to: routes)
    add(Investigate.self, [.handler, .supervisor, .leader], to: routes)
    add(ReferToPolice.self, [.supervisor, .leader], to: routes)
    add(RecordPoliceAnswer.self, [.handler, .supervisor, .leader], to: routes)
    add(Hear.self, [.handler, .supervisor, .leader], to: routes)
    add(Settle.self, [.handler, .supervisor, .leader], to: routes)
    add(WithdrawStaff.self, [.supervisor, .leader], to: routes)
    add(ReadmitStaff.self, [.supervisor, .leader], to: routes)
  }

  /// What moves clocks; a period is extended by the head alone (信访工作条例 第三十四条).
  private func registerClocks(on routes: RouterGroup<ServiceRequestContext>) {
    add(Extend.self, [.leader], to: routes)
    add(PauseClocks.self, [.supervisor, .leader], to: routes)
    add(ResumeClocks.self, [.handler, .supervisor, .leader], to: routes)
    add(Supervise.self, [.supervisor, .leader], to: routes)
    add(LiftSupervision.self, [.supervisor, .leader], to: routes)
  }

  /// What comes after the answer.
  private func registerAfterwards(on routes: RouterGroup<ServiceRequestContext>) {
    add(Reopen.self, [.supervisor, .leader], to: routes)
    add(RequestReview.self, [.clerk, .supervisor, .leader], to: routes)
    add(DecideReview.self, [.supervisor, .leader], to: routes)
  }

  private func add(
    _ step: any PetitionStep.Type, _ roles: [Role], to routes: RouterGroup<ServiceRequestContext>
  ) {
    routes.post(RouterPath("v1/petitions/{id}/\(step.name.rawValue)")) { request, context in
      try await answer(step, roles, request, context)
    }
  }

  /// One request; the role is checked before the body is read, the region when the petition is known.
  private func answer(
    _ step: any PetitionStep.Type, _ roles: [Role], _ request: Request, _ context: ServiceRequestContext
  ) async throws -> JSONResponse {
    let principal = try StepRoutes.caller(context, roles)
    let id = try PetitionRoutes.id(context)
    let match = try IfMatch(request)
    let json = try await request.json(context)
    let body = try step.init(json: json, path: "body")
    return try await posts.answer(request, context, body: json) { work in
      let petition = try await take(body, on: id, by: Caller(principal, context), work: work) { petition in
        try StepRoutes.authorise(principal, petition, match)
      }
      guard let petition else { throw PetitionRoutes.missing }
      return JSONResponse(
        PetitionView.shown(petition, to: principal),
        headers: [.eTag: EntityTag(version: petition.version).description])
    }
  }

  /// In the place's own territory or in that of the unit it was handed to, and on the version that was seen.
  static func authorise(_ principal: Principal, _ petition: Petition, _ match: IfMatch) throws {
    guard PetitionView.mayAct(principal, on: petition) else { throw Problem.regionForbidden(petition.region) }
    try match.check(EntityTag(version: petition.version))
  }

  private static func caller(_ context: ServiceRequestContext, _ roles: [Role]) throws -> Principal {
    guard let principal = context.principal else { throw Problem.unauthenticated }
    guard !principal.roles.isDisjoint(with: roles) else { throw Problem.roleMissing(roles) }
    return principal
  }
}
