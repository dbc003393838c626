import Contracts

/// Deliveries and replays as they are shown.
enum DeliveryView {
  static func json(_ delivery: DeliveryListStore.Shown) -> JSONObject {
    var object = JSONObject()
    object.set("id", delivery.id)
    object.set("type", delivery.type)
    object.set("subject", delivery.subject)
    object.set("status", code: delivery.status)
    object.set("attempts", delivery.attempts)
    object.set("replays", delivery.replays)
    object.set("madeAt", delivery.madeAt)
    object.set("dueAt", delivery.dueAt)
    object.set("settledAt", delivery.settledAt)
    object.set("lastStatus", delivery.lastStatus)
    object.set("lastFailure", delivery.lastFailure)
    object.set("milliseconds", delivery.milliseconds)
    return object
  }

  static func json(
    _ delivery: DeliveryListStore.Shown, event: [UInt8], failures: [DeliveryListStore.Failure]
  ) -> JSON {
    var object = json(delivery)
    object.set("failedAttempts", .array(failures.map(json)))
    object.set("event", try? JSON(parsing: event))
    return .object(object)
  }

  static func json(_ replay: Replay) -> JSON {
    var object = JSONObject()
    object.set("id", replay.id)
    object.set("what", code: replay.kind)
    object.set("since", replay.since)
    object.set("until", replay.until)
    object.set("status", code: replay.status)
    object.set("examined", replay.examined)
    object.set("queued", replay.queued)
    object.set("failure", replay.failure)
    object.set("requestedBy", replay.requestedBy)
    object.set("requestedAt", replay.requestedAt)
    object.set("finishedAt", replay.finishedAt)
    return .object(object)
  }

  private static func json(_ failure: DeliveryListStore.Failure) -> JSON {
    var object = JSONObject()
    object.set("number", failure.number)
    object.set("at", failure.madeAt)
    object.set("status", failure.status)
    object.set("failure", failure.failure)
    object.set("milliseconds", failure.milliseconds)
    return .object(object)
  }
}
