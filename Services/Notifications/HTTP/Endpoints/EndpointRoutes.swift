import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// How an endpoint is served: order and pace, whether it wants our events, a trial by hand, figures.
struct EndpointRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let change: ChangeSettings
  let verify: VerifyEndpoint
  let tryOut: TryEndpoint
  let policy: @Sendable () throws -> DeliveryPolicy

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/subscriptions/{id}/delivery") { _, context in
      try answer(try await found(context).1)
    }
    routes.put("v1/subscriptions/{id}/delivery") { request, context in
      let principal = try SubscriptionGate.keeper(context)
      let id = try PathID.read(context)
      let seen = try IfMatch.required(request)
      let settings = try EndpointSettings(JSONFields(try await request.json(context), path: "body"))
      let profile = try await runner.run { work in
        _ = try await SubscriptionGate.lock(id, for: principal, on: work.connection)
        guard let before = try await EndpointProfileStore.find(id, on: work.connection) else {
          throw SubscriptionGate.missing
        }
        try seen.check(EntityTag(version: before.version))
        try await change(settings, of: id, by: Caller(principal, context), work: work)
        return try await EndpointProfileStore.find(id, on: work.connection) ?? before
      }
      return try answer(profile)
    }
    routes.post("v1/subscriptions/{id}/verify") { _, context in
      let principal = try SubscriptionGate.keeper(context)
      let (subscription, profile) = try await found(context)
      try await take(turnOf: subscription.id)
      let consent = try await verify.ask(
        subscription, settings: profile.settings, timeout: try policy().timeout)
      let after = try await runner.run { work in
        _ = try await SubscriptionGate.lock(subscription.id, for: principal, on: work.connection)
        try await verify(consent, of: subscription.id, by: Caller(principal, context), work: work)
        return try await EndpointProfileStore.find(subscription.id, on: work.connection) ?? profile
      }
      return try answer(after)
    }
    routes.post("v1/subscriptions/{id}/test") { _, context in try await test(context) }
    routes.get("v1/subscriptions/{id}/statistics") { request, context in try await statistics(request, context) }
  }

  private func test(_ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try SubscriptionGate.keeper(context)
    let (subscription, profile) = try await found(context)
    // Nobody has us post to a host that did not ask for it.
    guard profile.verifiedAt != nil else { throw EndpointError.notVerified("it was never asked") }
    try await take(turnOf: subscription.id)
    let keys = try await runner.run { work in
      work.record(
        AuditEntry(
          actor: principal.subject, action: "endpoint.tested", subject: subscription.id.lowercased,
          cause: context.requestID))
      return try await EndpointKeyStore.signing(subscription.id, on: work.connection)
    }
    return JSONResponse(
      EndpointView.json(
        try await tryOut(subscription, mode: profile.settings.mode, keys: keys, timeout: try policy().timeout)))
  }

  /// Of the last hours, in all and hour by hour; times are the upper ends of buckets.
  private func statistics(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let query = try QueryReader(request, allowing: ["hours"])
    let count = try query.integer("hours", in: 1...(24 * EndpointHour.keptDays)) ?? 24
    let (subscription, _) = try await found(context)
    let since = Date().addingTimeInterval(-3_600 * Double(count - 1))
    let hours = try await runner.read {
      try await EndpointStatisticsStore.hours(subscription.id, since: since, on: $0)
    }
    var sum = EndpointHour()
    for hour in hours { sum.add(hour) }
    var object = JSONObject()
    object.set("hours", count)
    object.set("sum", EndpointView.json(sum, isSum: true))
    object.set("series", .array(hours.map { EndpointView.json($0, isSum: false) }))
    return JSONResponse(.object(object))
  }

  private func found(_ context: ServiceRequestContext) async throws -> (AgencySubscription, EndpointProfile) {
    let principal = try SubscriptionGate.reader(context)
    let id = try PathID.read(context)
    return try await runner.read { connection in
      let subscription = try await SubscriptionGate.find(id, for: principal, on: connection)
      guard let profile = try await EndpointProfileStore.find(id, on: connection) else {
        throw SubscriptionGate.missing
      }
      return (subscription, profile)
    }
  }

  /// Requests by hand go out one by one with a pause, so that nobody has us knock at a door as often as they like.
  private func take(turnOf endpoint: UUID) async throws {
    let isFree = try await runner.run { work in
      try await EndpointStore.tries(endpoint, apart: TryEndpoint.apart, on: work.connection)
    }
    guard isFree else { throw EndpointError.triedJustNow(seconds: TryEndpoint.apart) }
  }

  private func answer(_ profile: EndpointProfile) throws -> JSONResponse {
    JSONResponse(
      EndpointView.json(profile, try policy()), headers: [.eTag: "\(EntityTag(version: profile.version))"])
  }
}
