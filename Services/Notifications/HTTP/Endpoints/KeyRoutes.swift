import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The keys that sign for an endpoint: seen, changed with an overlap, ended.
struct KeyRoutes: Sendable {
  /// The longest overlap that may be asked for.
  static let longestOverlap = 30 * 24

  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let rotate: RotateKey
  let end: EndKey
  let policy: @Sendable () throws -> DeliveryPolicy

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/subscriptions/{id}/keys") { _, context in
      let principal = try SubscriptionGate.reader(context)
      let id = try PathID.read(context)
      let keys = try await runner.read { connection in
        _ = try await SubscriptionGate.find(id, for: principal, on: connection)
        return try await EndpointKeyStore.list(id, on: connection)
      }
      return JSONResponse(.object(["keys": .array(keys.map { EndpointView.json($0) })]))
    }
    // The answer may hold a secret, which is told this once and kept nowhere: no Idempotency-Key here.
    routes.post("v1/subscriptions/{id}/keys") { request, context in
      let principal = try SubscriptionGate.keeper(context)
      let id = try PathID.read(context)
      let fields = try JSONFields(try await request.json(context), path: "body")
      let scheme = try fields.optionalCode("scheme", as: SignatureScheme.self) ?? .v1
      let hours = try fields.optionalInteger("overlapHours", in: 0...Self.longestOverlap)
      let overlap = try hours.map { Duration.seconds(3_600 * $0) } ?? policy().secretOverlap
      let made = try await runner.run { work in
        _ = try await SubscriptionGate.lock(id, for: principal, on: work.connection)
        return try await rotate(scheme, of: id, overlap: overlap, by: Caller(principal, context), work: work)
      }
      var object = JSONObject()
      object.set("id", made.id)
      object.set("scheme", code: scheme)
      object.set(scheme == .v1 ? "secret" : "publicKey", made.key.receiverText)
      object.set("oldKeysEndAt", made.oldEnds)
      return JSONResponse(.object(object), status: .created)
    }
    routes.post("v1/subscriptions/{id}/keys/{key}/end") { request, context in
      let principal = try SubscriptionGate.keeper(context)
      let id = try PathID.read(context)
      let key = try SubscriptionGate.id("key", context)
      return try await posts.answer(request, context) { work in
        _ = try await SubscriptionGate.lock(id, for: principal, on: work.connection)
        guard try await end(key, of: id, by: Caller(principal, context), work: work) else {
          throw Problem.notFound("No such key signs for this endpoint.")
        }
        let keys = try await EndpointKeyStore.list(id, on: work.connection)
        return JSONResponse(.object(["keys": .array(keys.map { EndpointView.json($0) })]))
      }
    }
  }
}
