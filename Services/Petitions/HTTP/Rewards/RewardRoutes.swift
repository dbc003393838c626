import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Rewards for reports (有奖举报) over HTTP.
struct RewardRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let decide: DecideReward
  let settle: SettleReward

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/petitions/{id}/reward") { request, context in
      let principal = try context.require(.supervisor, .leader)
      let id = try PathID.read(context)
      let body = try await request.json(context)
      let asked = try RewardRequest(json: body, path: "body")
      let caller = Caller(principal, context)
      return try await posts.answer(request, context, body: body) { work in
        let reward = try await decide(asked, for: id, by: caller, work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
        guard let reward else { throw Problem.notFound("There is no petition of this id.") }
        return Self.answer(reward, status: .created)
      }
    }
    routes.post("v1/rewards/{id}/claim") { request, context in
      let principal = try context.require(.finance, .supervisor, .leader)
      let id = try PathID.read(context)
      let match = try IfMatch(request)
      let caller = Caller(principal, context)
      return try await posts.answer(request, context) { work in
        let reward = try await settle.claim(id, by: caller, work: work) { reward in
          guard principal.mayAct(in: reward.decided.region) else {
            throw Problem.regionForbidden(reward.decided.region)
          }
          try match.check(EntityTag(version: reward.version))
        }
        guard let reward else { throw Problem.notFound("There is no reward of this id.") }
        return Self.answer(reward)
      }
    }
    routes.get("v1/rewards/{id}") { _, context in
      let principal = try Self.reader(context)
      let id = try PathID.read(context)
      guard let reward = try await runner.read({ try await RewardStore.find(id, on: $0) }) else {
        throw Problem.notFound("There is no reward of this id.")
      }
      guard principal.mayAct(in: reward.decided.region) else { throw Problem.regionForbidden(reward.decided.region) }
      return Self.answer(reward)
    }
    routes.get("v1/rewards") { request, context in
      let principal = try Self.reader(context)
      let page = try PageQuery(request, principal, of: "rewards", filters: ["status"])
      let status: RewardStatus? = try page.filters.code("status")
      let found = try await runner.read {
        try await RewardStore.list(
          regions: page.regions, status: status, before: page.after, limit: page.limit, on: $0)
      }
      var object = JSONObject()
      object.set("rewards", .array(found.map(RewardView.json)))
      object.set("next", page.next(found.count, after: found.last?.entry))
      return JSONResponse(.object(object))
    }
  }

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .supervisor, .leader, .finance, .auditor)
  }

  private static func answer(_ reward: Reward, status: HTTPResponse.Status = .ok) -> JSONResponse {
    JSONResponse(
      RewardView.json(reward), status: status, headers: [.eTag: EntityTag(version: reward.version).description])
  }
}
