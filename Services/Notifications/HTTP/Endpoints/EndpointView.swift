import Contracts
import FoundationEssentials

/// How an endpoint is served, its keys and its figures, as they are shown.
enum EndpointView {
  static func json(_ profile: EndpointProfile, _ policy: DeliveryPolicy, now: Date = Date()) -> JSON {
    var object = profile.settings.json
    object.set("verifiedAt", profile.verifiedAt)
    object.set("allowedPerMinute", profile.allowedPerMinute)
    object.set("circuit", code: profile.health.circuit(policy.circuit, at: now))
    object.set("failuresInARow", profile.health.failures)
    object.set("failingSince", profile.health.failingSince)
    object.set("restsUntil", profile.health.restUntil.flatMap { $0 > now ? $0 : nil })
    return .object(object)
  }

  static func json(_ key: EndpointKeyStore.Shown) -> JSON {
    var object = JSONObject()
    object.set("id", key.id)
    object.set("scheme", code: key.scheme)
    object.set("publicKey", key.publicKey)
    object.set("madeAt", key.madeAt)
    object.set("madeBy", key.madeBy)
    object.set("endsAt", key.endsAt)
    return .object(object)
  }

  static func json(_ trial: TryEndpoint.Trial) -> JSON {
    var object = JSONObject()
    object.set("webhookId", trial.id)
    object.set("taken", trial.verdict.failure == nil)
    object.set("status", trial.verdict.status)
    object.set("failure", trial.verdict.failure)
    object.set("milliseconds", Int(clamping: Int64((trial.took.inSeconds * 1_000).rounded())))
    object.set("event", trial.event)
    return .object(object)
  }

  /// The sums of a window, with the times within which so many of the answers came.
  static func json(_ hour: EndpointHour, isSum: Bool) -> JSON {
    var object = JSONObject()
    if !isSum { object.set("hour", hour.hour) }
    object.set("delivered", hour.delivered)
    object.set("failedAttempts", hour.failed)
    object.set("exhausted", hour.exhausted)
    var times = JSONObject()
    times.set("p50", hour.times.percentile(0.5))
    times.set("p95", hour.times.percentile(0.95))
    times.set("p99", hour.times.percentile(0.99))
    object.set("milliseconds", .object(times))
    return .object(object)
  }
}
