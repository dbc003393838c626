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
    routes.post("v1/clues") { request, context in
      let principal = try context.require(.handler, .supervisor, .leader)
      let key = try Self.key(request)
      let own = try await request.json(context, as: OwnClue.self)
      try context.require(.handler, .supervisor, .leader, region: own.region)
      let answer = try await runner.run { work in
        try ClockBounds().check(own.foundAt, field: "body.foundAt", now: work.now)
        return try await open(own, key: key, by: Caller(principal, context), work: work)
      }
      guard let answer else { throw Problem.internal }
      let location = "/v1/cases/\(answer.compensation.id.lowercased)"
      return JSONResponse(
        CaseView.line(answer.compensation), status: answer.isNew ? .created : .ok, headers: [.location: location])
    }
  }

  private static func key(_ request: Request) throws -> String {
    guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name], !key.isEmpty,
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
