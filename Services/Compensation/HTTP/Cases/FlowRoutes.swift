import Contracts
import Hummingbird
import Messaging
import ServiceKit

/// The flow of cases as the bureau's rules have it (流程图): stages, what follows each, its steps and documents; and the
/// departments.
struct FlowRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let rules: RuleBook

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/flow") { _, context in
      try CaseRoutes.reader(context)
      let inForce = CompensationRules(try rules.rules(at: runner.now), calendar: rules.calendar)
      var object = JSONObject()
      object.set("stages", .array(try CompensationStatus.allCases.map { try Self.stage($0, inForce) }))
      object.set("departments", try inForce.departments())
      return JSONResponse(.object(object))
    }
  }

  private static func stage(_ status: CompensationStatus, _ rules: CompensationRules) throws -> JSON {
    var object = JSONObject()
    object.set("stage", code: status)
    object.set("title", status.chinese)
    object.set("following", CompensationStatus.allCases.filter(status.following.contains).map(\.rawValue))
    object.set("steps", StepName.allCases.filter { $0.turns.contains(status) }.map(\.rawValue))
    object.set("documents", .array(try rules.documents(of: status).map(CaseView.expected)))
    return .object(object)
  }
}
