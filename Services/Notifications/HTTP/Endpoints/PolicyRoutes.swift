import Contracts
import Hummingbird
import ServiceKit

/// What every receiver may count on, published: the retry schedule, the limits, how signatures are made.
struct PolicyRoutes: Sendable {
  let policy: @Sendable () throws -> DeliveryPolicy
  let origin: String

  /// - Parameter open: needs no token.
  func register(on open: RouterGroup<ServiceRequestContext>) {
    open.get("v1/webhook-policy") { _, _ in
      JSONResponse(.object(json(try policy())))
    }
  }

  private func json(_ policy: DeliveryPolicy) -> JSONObject {
    var object = JSONObject()
    object.set("origin", origin)
    object.set("signatures", codes: SignatureScheme.allCases)
    object.set("timestampToleranceSeconds", Self.seconds(policy.signatureTolerance))
    object.set("requestTimeoutSeconds", Self.seconds(policy.timeout))
    object.set("payloadLimitBytes", policy.payloadLimit)
    object.set("retryAfterSeconds", .array(policy.schedule.waits.map { .integer(Self.seconds($0)) }))
    object.set("retryJitter", "up to a fifth is added")
    object.set("longestRetryAfterSeconds", Self.seconds(RetryAfter.longest))
    object.set("ownerWarnedAfterSeconds", Self.seconds(policy.warnAfter))
    object.set("disabledAfterSeconds", Self.seconds(policy.disableAfter))
    object.set("secretOverlapSeconds", Self.seconds(policy.secretOverlap))
    var circuit = JSONObject()
    circuit.set("failuresInARow", policy.circuit.failures)
    circuit.set("restSeconds", .array(policy.circuit.rests.map { .integer(Self.seconds($0)) }))
    object.set("circuit", .object(circuit))
    return object
  }

  private static func seconds(_ span: Duration) -> Int64 { span.components.seconds }
}
