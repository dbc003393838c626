import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// A service at a glance, read from its schema and the broker, whether it runs or not.
struct ServiceStatus: Sendable {
  let service: String
  let version: String
  /// Migrations that this program needs and the schema has not.
  let pendingMigrations: [String]
  let profile: String
  let rules: [String]
  let inbound: InboundOverview
  let backlog: Backlog
  let timers: [TimerQueue.Count]
  let deadLetters: [DeadLetterState: Int]
  let pauses: [Pause]

  /// What somebody should look at, in words; empty when all is well.
  var attention: [String] {
    var lines: [String] = []
    if !pendingMigrations.isEmpty { lines.append("\(pendingMigrations.count) migrations are pending: run `migrate`") }
    if let failure = inbound.brokerFailure { lines.append("the broker does not answer: \(failure)") }
    for topic in inbound.topics where topic.known > 0 && topic.assigned < topic.known {
      lines.append("\(topic.name): \(topic.known - topic.assigned) of \(topic.known) partitions have no reader")
    }
    if backlog.outboxAge > 60 { lines.append("an event has waited \(Int(backlog.outboxAge)) s to be published") }
    let held = deadLetters[.parked, default: 0] + deadLetters[.waiting, default: 0]
    if held > 0 { lines.append("\(held) messages are held: `dead-letters list`") }
    let failing = timers.reduce(0) { $0 + $1.failing }
    if failing > 0 { lines.append("\(failing) timers fail: `timers list --failing`") }
    for pause in pauses { lines.append("\(Self.words(pause)) is paused by \(pause.madeBy): \(pause.reason)") }
    return lines
  }

  static func words(_ pause: Pause) -> String {
    switch pause.scope {
    case .topic: pause.topic
    case .partition(let partition): "\(pause.topic) partition \(partition)"
    case .key(let key): "\(pause.topic) key \(key)"
    }
  }
}
