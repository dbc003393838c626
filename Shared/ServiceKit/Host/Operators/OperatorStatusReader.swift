import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Reads how a running service stands, for the operator: what it waits for and how fast it goes. Costs a few index look-ups,
/// so that a page may ask every few seconds.
struct OperatorStatusReader: Sendable {
  let service: String
  let version: String
  let started: Date
  let prefix: TopicPrefix
  /// The full names of the topics it reads.
  let topics: [String]
  let health: HealthRegistry
  let backlog: BacklogReader
  let lag: LagBoard
  let runner: UnitOfWorkRunner
  let counts: @Sendable () -> MessageCounts

  func read() async throws -> JSON {
    let backlog = try await backlog.read(now: runner.now)
    let pauses = try await Pauses(runner: runner).list()
    let counts = counts()
    var object = JSONObject()
    object.set("service", service)
    object.set("version", version)
    object.set("started", started)
    object.set("at", Date())
    object.set("now", runner.now)
    object.set("readiness", health.report().json)
    object.set("outbox", ["waiting": .integer(backlog.outbox), "ageSeconds": .integer(Int(backlog.outboxAge))])
    object.set("timers", timers(backlog))
    object.set("topics", .array(Set(topics).sorted().map { topic($0, counts) }))
    object.set("deadLetters", letters(backlog))
    object.set("pauses", .array(pauses.map(Self.json)))
    object.set("taken", counts.taken.values.reduce(0, +))
    object.set("published", counts.published)
    return .object(object)
  }

  private func timers(_ backlog: Backlog) -> JSON {
    var object = JSONObject()
    object.set("due", backlog.timersDue)
    object.set("failing", backlog.timersFailing)
    object.set("next", backlog.nextTimer)
    return .object(object)
  }

  private func letters(_ backlog: Backlog) -> JSON {
    let codes = backlog.heldByCode.sorted { $0.key < $1.key }.map { code, count -> JSON in
      ["code": .string(code), "count": .integer(count)]
    }
    return ["held": .integer(backlog.held), "byCode": .array(codes)]
  }

  private func topic(_ name: String, _ counts: MessageCounts) -> JSON {
    var object = JSONObject()
    object.set("topic", name)
    object.set("name", prefix.topic(named: name)?.name ?? name)
    if let lag = lag.lag[name] {
      object.set("partitions", lag.partitions)
      object.set("lag", lag.messages)
      object.set("lagSeconds", Int(lag.seconds))
    }
    object.set("taken", counts.taken[name] ?? 0)
    return .object(object)
  }

  private static func json(_ pause: Pause) -> JSON {
    var object = JSONObject()
    object.set("topic", pause.topic)
    switch pause.scope {
    case .topic: break
    case .partition(let partition): object.set("partition", Int(partition))
    case .key(let key): object.set("key", key)
    }
    object.set("since", pause.madeAt)
    object.set("by", pause.madeBy)
    object.set("reason", pause.reason)
    return .object(object)
  }
}
