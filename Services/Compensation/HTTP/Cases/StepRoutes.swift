import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The steps of staff, each as `POST /v1/cases/{id}/<step>`, once for each `Idempotency-Key`; with `If-Match`, only on
/// the version that was seen.
struct StepRoutes: Sendable {
  let posts: IdempotentPosts
  let take: StepTaker

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    add(Check.self, Self.handlers, to: routes)
    add(Assign.self, [.clerk] + Self.handlers, to: routes)
    add(Consult.self, Self.handlers, to: routes)
    add(Investigate.self, Self.handlers, to: routes)
    add(ConcludeInvestigation.self, Self.handlers, to: routes)
    add(NameObligor.self, Self.handlers, to: routes)
    add(IssueNotice.self, Self.handlers, to: routes)
    add(ServeNotice.self, [.clerk] + Self.handlers, to: routes)
    add(Invite.self, Self.handlers, to: routes)
    add(AnswerInvitation.self, [.clerk] + Self.handlers, to: routes)
    add(FileDocument.self, [.clerk] + Self.handlers, to: routes)
    add(DeclareKey.self, Self.heads, to: routes)
    add(LiftKey.self, Self.heads, to: routes)
    add(Suspend.self, [.leader], to: routes)
    add(Resume.self, Self.heads, to: routes)
    add(Terminate.self, Self.heads, to: routes)
    add(Close.self, Self.heads, to: routes)
    registerSettlement(on: routes)
  }

  /// Whoever handles cases.
  static let handlers: [Role] = [.handler, .supervisor, .leader]
  /// Whoever decides on cases.
  static let heads: [Role] = [.supervisor, .leader]

  /// Adds the route of a step.
  func add(_ step: any CaseStep.Type, _ roles: [Role], to routes: RouterGroup<ServiceRequestContext>) {
    add(step.name, roles, to: routes) { json in
      let body = try step.init(json: json, path: "body")
      return { try await take(body, on: $0, by: $1, work: $2, authorise: $3) }
    }
  }

  /// What takes a step with a case: given the case's id, who takes it and the transaction; it calls the last with the
  /// locked case before it changes anything.
  typealias Taker =
    @Sendable (
      UUID, Caller, UnitOfWork, (CompensationCase) throws -> Void
    ) async throws -> CompensationCase?

  /// Adds the route of a step that does more than change the case.
  /// - Parameter read: reads the body, and answers what takes the step that it says.
  func add(
    _ name: StepName, _ roles: [Role], to routes: RouterGroup<ServiceRequestContext>,
    reading read: @escaping @Sendable (JSON) throws -> Taker
  ) {
    routes.post(RouterPath("v1/cases/{id}/\(name.rawValue)")) { request, context in
      try await answer(roles, request, context, read)
    }
  }

  /// One request; the role is checked before the body is read, the region when the case is known.
  private func answer(
    _ roles: [Role], _ request: Request, _ context: ServiceRequestContext, _ read: (JSON) throws -> Taker
  ) async throws -> JSONResponse {
    let principal = try StepRoutes.caller(context, roles)
    let id = try CaseRoutes.id(context)
    let match = try IfMatch(request)
    let json = try await request.json(context)
    let take = try read(json)
    return try await posts.answer(request, context, body: json) { work in
      let taken = try await take(id, Caller(principal, context), work) { compensation in
        try StepRoutes.authorise(principal, compensation, match)
      }
      guard let taken else { throw CaseRoutes.missing }
      return JSONResponse(
        CaseView.line(taken), headers: [.eTag: EntityTag(version: taken.version).description])
    }
  }

  /// In the case's own territory, and on the version that was seen.
  static func authorise(_ principal: Principal, _ compensation: CompensationCase, _ match: IfMatch) throws {
    guard principal.mayAct(in: compensation.region) else { throw Problem.regionForbidden(compensation.region) }
    try match.check(EntityTag(version: compensation.version))
  }

  static func caller(_ context: ServiceRequestContext, _ roles: [Role]) throws -> Principal {
    guard let principal = context.principal else { throw Problem.unauthenticated }
    guard !principal.roles.isDisjoint(with: roles) else { throw Problem.roleMissing(roles) }
    return principal
  }
}
