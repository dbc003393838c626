import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Clues that staff found themselves.
struct ClueRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let open: OpenOwnClue

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/clues") { request, context in try await answer(request, context) }
  }

  /// One request; the role is checked before the body is read, the region when it is known.
  private func answer(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.handler, .supervisor, .leader)
    let key = try Self.key(request)
    let own = try OwnClue(json: try await request.json(context), path: "body")
    guard principal.mayAct(in: own.region) else { throw Problem.regionForbidden(own.region) }
    return try await post(own, key: key, by: Caller(principal, context))
  }

  private func post(_ own: OwnClue, key: String, by caller: Caller) async throws -> JSONResponse {
    try await runner.run { work in
      try ClockBounds().check(own.foundAt, field: "body.foundAt", now: work.now)
      let opened = try await open(own, key: key, by: caller, work: work)
      let location = "/v1/cases/\(opened.compensation.id.lowercased)"
      return JSONResponse(
        CaseView.line(opened.compensation), status: opened.isNew ? .created : .ok, headers: [.location: location])
    }
  }

  private static func key(_ request: Request) throws -> String {
    guard let name = HTTPFields.Element.Name("Idempotency-Key"), let key = request.headers[name], !key.isEmpty,
      key.utf8.count <= 128
    else {
      throw Problem(
        status: 422, code: "idempotency-key-missing", title: "The request needs an Idempotency-Key",
        detail: "At most 128 bytes, one for each clue.", field: "header.Idempotency-Key",
        remedy: "Send a key of your own, and the same one when you send the clue again.")
    }
    return key
  }
}

extension Caller {
  init(_ principal: Principal, _ context: ServiceRequestContext) {
    self.init(subject: principal.subject, requestId: context.requestID, traceParent: context.traceParent)
  }
}
