import Contracts
import Messaging

/// What `status` prints.
enum StatusAnswer {
  static func json(_ status: ServiceStatus) -> JSON {
    var object = JSONObject()
    object.set("service", status.service)
    object.set("version", status.version)
    object.set("pendingMigrations", status.pendingMigrations)
    object.set("rulesProfile", status.profile)
    object.set("rules", status.rules)
    object.set("inbound", inbound(status.inbound).json)
    object.set("outboxWaiting", status.backlog.outbox)
    object.set("outboxAgeSeconds", Int(status.backlog.outboxAge))
    object.set("timers", timers(status.timers).json)
    var letters = JSONObject()
    for state in DeadLetterState.allCases { letters.set(state.rawValue, status.deadLetters[state, default: 0]) }
    object.set("deadLetters", .object(letters))
    object.set("pauses", pauses(status.pauses).json)
    object.set("attention", status.attention)
    return .object(object)
  }

  static func text(_ status: ServiceStatus) -> String {
    let letters = DeadLetterState.allCases.map { "\(status.deadLetters[$0, default: 0]) \($0.rawValue)" }
    let schema =
      status.pendingMigrations.isEmpty ? "complete" : "pending \(status.pendingMigrations.joined(separator: ", "))"
    let age = status.backlog.outbox > 0 ? ", the oldest for \(Int(status.backlog.outboxAge)) s" : ""
    let attention = status.attention
    var lines = [
      "\(status.service) \(status.version)",
      "schema\t\(schema)",
      "rules\t\(status.profile), \(status.rules.count) packs and calendars",
      "outbox\t\(status.backlog.outbox) events wait\(age)",
      "letters\t\(letters.joined(separator: ", "))",
      "",
      inbound(status.inbound).text,
    ]
    if !status.timers.isEmpty { lines += ["", timers(status.timers).text] }
    if !status.pauses.isEmpty { lines += ["", pauses(status.pauses).text] }
    lines += ["", attention.isEmpty ? "nothing needs attention" : "needs attention:"]
    lines += attention.map { "- \($0)" }
    return lines.joined(separator: "\n")
  }

  private static func inbound(_ overview: InboundOverview) -> Listing {
    var listing = Listing("topic", "partitionsRead", "partitions", "replicas", "lag")
    for topic in overview.topics {
      listing.add(
        .string(topic.name), .integer(topic.assigned), .integer(topic.known), .integer(topic.owners),
        topic.lag.map { .integer($0) } ?? .null)
    }
    return listing
  }

  private static func timers(_ counts: [TimerQueue.Count]) -> Listing {
    var listing = Listing("timer", "waiting", "due", "failing", "next")
    for count in counts {
      listing.add(
        .string(count.kind), .integer(count.waiting), .integer(count.due), .integer(count.failing),
        CommandInstant.json(count.next))
    }
    return listing
  }

  private static func pauses(_ pauses: [Pause]) -> Listing {
    var listing = Listing("paused", "since", "by", "reason")
    for pause in pauses {
      listing.add(
        .string(ServiceStatus.words(pause)), CommandInstant.json(pause.madeAt), .string(pause.madeBy),
        .string(pause.reason))
    }
    return listing
  }
}
