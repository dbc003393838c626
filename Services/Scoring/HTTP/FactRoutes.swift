import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Facts that staff enter themselves.
struct FactRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let record: RecordOwnFact

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/facts") { request, context in try await answer(request, context) }
  }

  /// One request; the role is checked before the body is read, the region when it is known.
  private func answer(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor)
    let key = try Self.key(request)
    let own = try OwnFact(json: try await request.json(context), path: "body")
    guard principal.mayAct(in: own.region) else { throw Problem.regionForbidden(own.region) }
    return try await post(own, key: key, by: Caller(principal, context))
  }

  private func post(_ own: OwnFact, key: String, by caller: Caller) async throws -> JSONResponse {
    try await runner.run { work in
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

  private static func key(_ request: Request) throws -> String {
    guard let name = HTTPFields.Element.Name("Idempotency-Key"), let key = request.headers[name], !key.isEmpty,
      key.utf8.count <= 128
    else {
      throw Problem(
        status: 422, code: "idempotency-key-missing", title: "The request needs an Idempotency-Key",
        detail: "At most 128 bytes, one for each fact.", field: "header.Idempotency-Key",
        remedy: "Send a key of your own, and the same one when you send the fact again.")
    }
    return key
  }
}

extension Caller {
  init(_ principal: Principal, _ context: ServiceRequestContext) {
    self.init(subject: principal.subject, requestId: context.requestID, traceParent: context.traceParent)
  }
}
