import FoundationEssentials
import Kafka
import Messaging

extension HealthState {
  /// How long a group may take to settle before it is called trouble: longer than a dead member is waited for and an
  /// ordinary batch takes.
  static let joinPatience: TimeInterval = 30

  /// How a consumer is. Never down: staff can work without Kafka. A spare member, to which the group has given nothing,
  /// is well.
  init(_ status: InboundStatus, at now: Date) {
    self = HealthState.trouble(status, at: now).map { .degraded(reason: $0) } ?? .ok
  }

  private static func trouble(_ status: InboundStatus, at now: Date) -> String? {
    if let failure = status.failure ?? status.clientFailure { return failure }
    if let failure = status.batchFailure { return "a batch is tried again: \(failure)" }
    guard let kafka = status.kafka else { return "the Kafka client is being rebuilt" }
    if let held = kafka.held.min(by: { $0.key < $1.key }) { return "stopped: \(held.value)" }
    if let error = kafka.lastError { return "\(error)" }
    if let since = kafka.joiningSince, now.timeIntervalSince(since) > joinPatience {
      return "the consumer group has given no answer for \(Int(now.timeIntervalSince(since))) s: "
        + "another member may be stuck, or the group's coordinator"
    }
    return nil
  }
}
