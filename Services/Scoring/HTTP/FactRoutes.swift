import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Facts that staff enter themselves.
struct FactRoutes: Sendable {
  let posts: IdempotentPosts
  let record: RecordOwnFact

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/facts") { request, context in try await answer(request, context) }
  }

  /// One request; the role is checked before the body is read, the region when it is known.
  private func answer(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor)
    // The key is what makes the same thing entered again the same, for ever.
    let key = try IdempotencyKey.required(request).text
    let body = try await request.json(context)
    let own = try OwnFact(json: body, path: "body")
    guard principal.mayAct(in: own.region) else { throw Problem.regionForbidden(own.region) }
    return try await posts.answer(request, context, body: body) { work in
      try await post(own, key: key, by: Caller(principal, context), work: work)
    }
  }

  private func post(_ own: OwnFact, key: String, by caller: Caller, work: UnitOfWork) async throws -> JSONResponse {
    try ClockBounds().check(own.establishedAt, field: "body.establishedAt", now: work.now)
    let recorded = try await record(own, key: key, by: caller, work: work)
    var object = JSONObject()
    object.set("entryId", recorded.fact.id)
    object.set("subjectKey", recorded.fact.subject)
    object.set("codes", recorded.fact.codes)
    object.set("points", recorded.fact.lines.reduce(.zero) { $0 + $1.points }.decimal)
    return JSONResponse(.object(object), status: recorded.isNew ? .created : .ok)
  }
}

extension Caller {
  init(_ principal: Principal, _ context: ServiceRequestContext) {
    self.init(subject: principal.subject, requestId: context.requestID, traceParent: context.traceParent)
  }
}
