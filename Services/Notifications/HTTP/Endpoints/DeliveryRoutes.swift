import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The deliveries of one endpoint: what was sent, what came back at each attempt, and sending one again.
struct DeliveryRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let replay: ReplayDelivery

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/subscriptions/{id}/deliveries") { request, context in
      let principal = try SubscriptionGate.reader(context)
      let id = try PathID.read(context)
      let query = try QueryReader(request, allowing: ["status", "cursor", "limit"])
      let status = try query.code("status", as: DeliveryStatus.self)
      let page = try EntryPage(query, "deliveries of \(id.lowercased)")
      let found = try await runner.read { connection in
        _ = try await SubscriptionGate.find(id, for: principal, on: connection)
        return try await DeliveryListStore.list(
          of: id, status: status, before: page.last, limit: page.limit + 1, on: connection)
      }
      return page.response("deliveries", found, entry: \.entry) { .object(DeliveryView.json($0)) }
    }
    routes.get("v1/subscriptions/{id}/deliveries/{delivery}") { _, context in
      let principal = try SubscriptionGate.reader(context)
      let id = try PathID.read(context)
      let delivery = try SubscriptionGate.id("delivery", context)
      return try await runner.read { connection in
        _ = try await SubscriptionGate.find(id, for: principal, on: connection)
        guard let found = try await DeliveryListStore.find(delivery, of: id, on: connection) else { throw Self.missing }
        return JSONResponse(
          DeliveryView.json(
            found, event: try await DeliveryListStore.event(of: delivery, on: connection) ?? [],
            failures: try await DeliveryListStore.failures(of: delivery, on: connection)))
      }
    }
    routes.post("v1/subscriptions/{id}/deliveries/{delivery}/replay") { request, context in
      let principal = try SubscriptionGate.keeper(context)
      let id = try PathID.read(context)
      let delivery = try SubscriptionGate.id("delivery", context)
      return try await posts.answer(request, context) { work in
        let subscription = try await SubscriptionGate.lock(id, for: principal, on: work.connection)
        guard subscription.status == .approved else { throw EndpointError.notApproved(subscription.status) }
        guard try await replay(delivery, of: id, by: Caller(principal, context), work: work),
          let found = try await DeliveryListStore.find(delivery, of: id, on: work.connection)
        else { throw Self.missing }
        return JSONResponse(.object(DeliveryView.json(found)), status: .accepted)
      }
    }
  }

  private static var missing: Problem { .notFound("The endpoint has no delivery of this id.") }
}
