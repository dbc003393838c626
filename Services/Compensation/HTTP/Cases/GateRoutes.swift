import Contracts
import Hummingbird
import Messaging
import ServiceKit

/// What a penalty system asks before it goes on.
struct GateRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let ask: AskGates

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/gates") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .agency)
      let query = try QueryReader(request, allowing: ["penaltyNumber", "source"])
      guard let number = query.text("penaltyNumber"), number.utf8.count <= 128 else {
        throw QueryReader.invalid("penaltyNumber", "the number of a penalty case, of at most 128 bytes")
      }
      let answer = try await runner.read {
        try await ask(number, source: query.text("source"), at: runner.now, on: $0)
      }
      for compensation in answer.cases where !principal.mayAct(in: compensation.region) {
        throw Problem.regionForbidden(compensation.region)
      }
      return JSONResponse(Self.view(answer))
    }
  }

  private static func view(_ answer: AskGates.Answer) -> JSON {
    var object = JSONObject()
    object.set("penaltyNumber", answer.penaltyNumber)
    object.set("gates", answer.gates)
    object.set("breaches", answer.cases.flatMap(\.file.breaches))
    object.set("cases", .array(answer.cases.map(CaseView.line)))
    return .object(object)
  }
}
