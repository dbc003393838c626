import ServiceKit

extension EndpointError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notVerified(let reason):
      .conflict(
        code: "endpoint-not-verified", detail: "The endpoint does not say that it wants our events: \(reason).",
        remedy: """
          Answer OPTIONS with 2xx and the header WebHook-Allowed-Origin, as the CloudEvents webhook specification has it; \
          POST …/verify asks again.
          """)
    case .tooManyKeys(let limit):
      .conflict(
        code: "keys-too-many", detail: "\(limit) keys sign for this endpoint already.",
        remedy: "End one that the receiver does not need any more, or rotate with overlapHours 0.")
    case .lastKey:
      .conflict(
        code: "key-last", detail: "No other key signs for this endpoint for good.", remedy: "Make another one first.")
    case .tooManyReplays(let limit):
      .conflict(
        code: "replays-too-many", detail: "\(limit) replays of this endpoint run already.",
        remedy: "Wait until one has finished, or cancel it.")
    case .replayTooOld(let days):
      Problem(
        status: 422, code: "replay-too-old", title: "So old events are kept nowhere",
        detail: "Events are kept for \(days) days.", field: "body.since",
        remedy: "Begin with the state topics, which hold the latest of every subject.")
    case .stillPending:
      .conflict(
        code: "delivery-pending", detail: "This delivery waits for its turn already.",
        remedy: "Wait: it is tried anyway.")
    case .triedJustNow(let seconds):
      .tooManyRequests("An endpoint is tried by hand once in \(seconds) seconds.", retryAfter: .seconds(seconds))
    case .notApproved(let status):
      .conflict(
        code: "subscription-not-approved", detail: "The subscription is \(status.rawValue): nothing is sent to it.",
        remedy: "Have it approved or enabled.")
    }
  }
}
