public import FoundationEssentials
import Kafka
import Messaging
import Postgres

/// What a service still has to do: for the standing clock, the metrics and the operator.
public struct Backlog: Sendable {
  /// Timers that are due by the business clock.
  public var timersDue: Int
  /// Timers whose effect has failed and is tried again.
  public var timersFailing: Int
  /// When the next timer is due; nil without one.
  public var nextTimer: Date?
  /// Events committed but not yet published.
  public var outbox: Int
  /// Age of the oldest of them, in seconds.
  public var outboxAge: Double
  /// Messages that lie in the topics and are not taken in; nil while that is not known, as after a start.
  public var inbound: Int?
  /// Messages parked or waiting behind a parked one.
  public var held: Int
  /// The same by the code of what holds them.
  public var heldByCode: [String: Int]
  /// What operators hold back.
  public var pauses: Int
}
