import Contracts
import FoundationEssentials

/// How the deliveries of an endpoint go.
struct EndpointStatistics: Sendable {
  var pending = 0
  var oldestPendingAt: Date?
  let delivered: Int64
  /// Attempts that failed.
  let failed: Int64
  /// Deliveries given up.
  let exhausted: Int64
  let failingSince: Date?
  let lastAttemptAt: Date?
  let lastSuccessAt: Date?
  let lastStatus: Int32?
  let lastFailure: String?
  /// When something is sent next; nil while nothing waits, or the subscription is switched off.
  let nextAttemptAt: Date?
  /// Attempts that failed since the last success.
  let failuresInARow: Int

  var json: JSON {
    var object = JSONObject()
    object.set("pending", pending)
    object.set("oldestPendingAt", oldestPendingAt)
    object.set("delivered", delivered)
    object.set("failedAttempts", failed)
    object.set("exhausted", exhausted)
    object.set("failingSince", failingSince)
    object.set("lastAttemptAt", lastAttemptAt)
    object.set("lastSuccessAt", lastSuccessAt)
    object.set("lastStatus", lastStatus.map(Int.init))
    object.set("lastFailure", lastFailure)
    object.set("nextAttemptAt", nextAttemptAt)
    object.set("failuresInARow", failuresInARow)
    return .object(object)
  }
}
