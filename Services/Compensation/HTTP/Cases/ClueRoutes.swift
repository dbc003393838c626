import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Clues that staff found themselves.
struct ClueRoutes: Sendable {
  let posts: IdempotentPosts
  let open: OpenOwnClue

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/clues") { request, context in try await answer(request, context) }
  }

  /// One request; the role is checked before the body is read, the region when it is known.
  private func answer(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.handler, .supervisor, .leader)
    // The key is what makes the same thing entered again the same, for ever.
    let key = try IdempotencyKey.required(request).text
    let body = try await request.json(context)
    let own = try OwnClue(json: body, path: "body")
    guard principal.mayAct(in: own.region) else { throw Problem.regionForbidden(own.region) }
    return try await posts.answer(request, context, body: body) { work in
      try await post(own, key: key, by: Caller(principal, context), work: work)
    }
  }

  private func post(_ own: OwnClue, key: String, by caller: Caller, work: UnitOfWork) async throws -> JSONResponse {
    try ClockBounds().check(own.foundAt, field: "body.foundAt", now: work.now)
    let opened = try await open(own, key: key, by: caller, work: work)
    let location = "/v1/cases/\(opened.compensation.id.lowercased)"
    return JSONResponse(
      CaseView.line(opened.compensation), status: opened.isNew ? .created : .ok, headers: [.location: location])
  }
}

extension Caller {
  init(_ principal: Principal, _ context: ServiceRequestContext) {
    self.init(
      subject: principal.subject, requestId: context.requestID, traceParent: context.traceParent,
      territory: principal.regions.map(\.code))
  }
}
