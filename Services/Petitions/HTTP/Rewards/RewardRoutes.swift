import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Rewards for reports (有奖举报) over HTTP.
struct RewardRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let decide: DecideReward
  let settle: SettleReward

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/petitions/{id}/reward") { request, context in
      let principal = try context.require(.supervisor, .leader)
      let id = try PathID.read(context)
      let asked = try RewardRequest(json: try await request.json(context), path: "body")
      let caller = Caller(principal, context)
      let reward = try await runner.run { work in
        try await decide(asked, for: id, by: caller, work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
      }
      guard let reward else { throw Problem.notFound("There is no petition of this id.") }
      return JSONResponse(RewardView.json(reward), status: .created)
    }
    routes.post("v1/rewards/{id}/claim") { _, context in
      let principal = try context.require(.finance, .supervisor, .leader)
      let id = try PathID.read(context)
      let caller = Caller(principal, context)
      let reward = try await runner.run { work in
        try await settle.claim(id, by: caller, work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
      }
      guard let reward else { throw Problem.notFound("There is no reward of this id.") }
      return JSONResponse(RewardView.json(reward))
    }
    routes.get("v1/rewards") { request, context in
      let principal = try context.require(.clerk, .supervisor, .leader, .finance, .auditor)
      let page = try PageQuery(request, principal)
      let status = try Self.status(request)
      let found = try await runner.read {
        try await RewardStore.list(
          regions: page.regions, status: status, before: page.after, limit: page.limit, on: $0)
      }
      var object = JSONObject()
      object.set("rewards", .array(found.map(RewardView.json)))
      if found.count >= page.limit { object.set("after", found.last?.entry) }
      return JSONResponse(.object(object))
    }
  }

  private static func status(_ request: Request) throws -> RewardStatus? {
    guard let text = request.uri.queryParameters["status"].map(String.init) else { return nil }
    guard let status = RewardStatus(rawValue: text) else {
      throw PageQuery.invalid("status", RewardStatus.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return status
  }
}
