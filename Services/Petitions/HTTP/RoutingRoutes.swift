import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The dry run of routing: where places go now, and where they and the newest petitions would go by other rows. The rows in
/// force stand in the rule pack; `rules load` changes them.
struct RoutingRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let attempt: TryRouting

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/routing/dry-run") { request, context in
      let principal = try context.require(.clerk, .supervisor, .leader, .operator)
      let body: RoutingTrial = try await request.json(context)
      let now = runner.now
      let proposal = try body.proposal(at: now, attempt)
      var object = JSONObject()
      object.set("problems", try proposal?.problems ?? attempt.problems(at: now))
      let answers = try attempt(try body.asked(), proposal: proposal, at: now)
      object.set("routes", .array(answers.map(RoutingView.answer)))
      if let proposal, let newest = body.newest {
        let regions = principal.regions.map(\.code)
        let found = try await runner.read { connection in
          try await attempt.moves(proposal, newest: newest, regions: regions, on: connection)
        }
        object.set("tried", found.tried)
        object.set("moved", found.moves.count)
        object.set("moves", .array(found.moves.prefix(100).map(RoutingView.move)))
      }
      return JSONResponse(.object(object))
    }
  }
}
