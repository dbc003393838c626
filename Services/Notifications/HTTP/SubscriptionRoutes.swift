import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Agencies' subscriptions: asked for by the agency or an operator, approved by an operator or a leader.
struct SubscriptionRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let guardian: AddressGuard
  let request: RequestSubscription
  let decide: DecideSubscription
  let list: ListSubscriptions
  let find: FindSubscription
  let verify: VerifyEndpoint
  let policy: @Sendable () throws -> DeliveryPolicy

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    // The answer holds the secret, which is told this once and kept nowhere: no Idempotency-Key here.
    routes.post("v1/subscriptions") { request, context in
      let principal = try context.require(.agency, .operator)
      let fields = try JSONFields(try await request.json(context), path: "body")
      let wish = try RequestSubscription.Wish(fields, by: principal, allowsPrivate: guardian.allowsPrivate)
      try await look(at: wish.url)
      let (made, keys) = try await runner.run { work in
        try await self.request(wish, by: Caller(principal, context), work: work)
      }
      var object = SubscriptionView.json(made)
      object.set("secret", keys.first { $0.scheme == .v1 }?.receiverText)
      object.set("publicKey", keys.first { $0.scheme == .v1a }?.receiverText)
      return JSONResponse(
        .object(object), status: .created, headers: [.location: "/v1/subscriptions/\(made.id.lowercased)"])
    }
    routes.get("v1/subscriptions") { request, context in
      let principal = try context.require(.agency, .operator, .leader, .auditor)
      let filter = try filter(request, principal)
      let found = try await runner.read { try await list(filter, on: $0) }
      var object = JSONObject()
      object.set("subscriptions", .array(found.map { .object(SubscriptionView.json($0.0, statistics: $0.1)) }))
      if found.count >= filter.limit { object.set("after", found.last?.0.entry) }
      return JSONResponse(.object(object))
    }
    routes.get("v1/subscriptions/{id}") { _, context in
      let principal = try context.require(.agency, .operator, .leader, .auditor)
      let id = try PathID.read(context)
      guard let (found, statistics) = try await runner.read({ try await find(id, on: $0) }),
        principal.has(.operator, .leader, .auditor) || found.agency == principal.subject
      else { throw SubscriptionGate.missing }
      try SubscriptionGate.look(principal, at: found)
      return JSONResponse(.object(SubscriptionView.json(found, statistics: statistics)))
    }
    for decision in DecideSubscription.Decision.allCases { add(decision, to: routes) }
  }

  private func add(_ decision: DecideSubscription.Decision, to routes: RouterGroup<ServiceRequestContext>) {
    routes.post(RouterPath("v1/subscriptions/{id}/\(decision.rawValue)")) { request, context in
      // An agency may switch its own endpoint off; to let deliveries begin is for others.
      let principal =
        decision == .disable
        ? try context.require(.agency, .operator, .leader) : try context.require(.operator, .leader)
      let id = try PathID.read(context)
      let policy = try policy()
      let consent = try await consent(to: decision, id, principal, policy)
      return try await posts.answer(request, context) { work in
        let decided = try await decide(
          decision, on: id, consent: consent, by: Caller(principal, context), policy: policy, work: work
        ) { subscription in
          try SubscriptionGate.authorise(principal, over: subscription)
        }
        guard let decided else { throw SubscriptionGate.missing }
        return JSONResponse(.object(SubscriptionView.json(decided)))
      }
    }
  }

  /// Before deliveries begin, or begin again, the endpoint is asked whether it wants them. One that said so before it was
  /// approved is not asked twice.
  private func consent(
    to decision: DecideSubscription.Decision, _ id: UUID, _ principal: Principal, _ policy: DeliveryPolicy
  ) async throws -> VerifyEndpoint.Consent? {
    guard decision != .disable else { return nil }
    let found = try await runner.read { connection in
      (try await SubscriptionStore.find(id, on: connection), try await EndpointProfileStore.find(id, on: connection))
    }
    guard let subscription = found.0, let profile = found.1 else { throw SubscriptionGate.missing }
    try SubscriptionGate.authorise(principal, over: subscription)
    // What does not fit where it stands is refused without asking.
    switch (decision, subscription.status) {
    case (.approve, .requested) where profile.verifiedAt == nil, (.enable, .disabled):
      return try await verify.ask(subscription, settings: profile.settings, timeout: policy.timeout)
    default:
      return nil
    }
  }

  /// Refuses a name that leads into a private network now; every visit looks again.
  private func look(at url: WebhookURL) async throws {
    do throws(AddressGuard.Refusal) {
      _ = try await guardian.addresses(of: url)
    } catch {
      throw NotificationError.url(
        error == .privateAddress ? "it leads to a private or reserved address" : "its name has no address")
    }
  }

  private func filter(_ request: Request, _ principal: Principal) throws -> ListSubscriptions.Filter {
    let query = try QueryReader(request, allowing: ["status", "after", "limit"])
    var filter = ListSubscriptions.Filter()
    if !principal.has(.operator, .leader, .auditor) { filter.agency = principal.subject }
    if principal.has(.leader, .auditor), !principal.has(.operator) {
      filter.regions = principal.regions.map(\.code).sorted()
    }
    filter.status = try query.code("status")
    filter.after = try query.integer("after", in: 0...Int.max).map { Int64($0) }
    filter.limit = try query.integer("limit", in: 1...ListSubscriptions.largestPage) ?? filter.limit
    return filter
  }
}

extension Caller {
  init(_ principal: Principal, _ context: ServiceRequestContext) {
    self.init(subject: principal.subject, requestId: context.requestID, traceParent: context.traceParent)
  }
}
