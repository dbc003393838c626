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
    routes.post("v1/facts") { request, context in
      let principal = try context.require(.supervisor)
      let key = try Self.key(request)
      let own = try await request.json(context, as: OwnFact.self)
      try context.require(.supervisor, region: own.region)
      let (fact, isNew) = try await runner.run { work in
        try ClockBounds().check(own.establishedAt, field: "body.establishedAt", now: work.now)
        return try await record(own, key: key, by: Caller(principal, context), work: work)
      }
      var object = JSONObject()
      object.set("entryId", fact.id)
      object.set("subjectKey", fact.subject)
      object.set("codes", fact.codes)
      object.set("points", fact.lines.reduce(.zero) { $0 + $1.points }.decimal)
      return JSONResponse(.object(object), status: isNew ? .created : .ok)
    }
  }

  private static func key(_ request: Request) throws -> String {
    guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name], !key.isEmpty,
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
