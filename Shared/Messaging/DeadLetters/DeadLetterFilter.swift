public import FoundationEssentials
internal import Postgres

/// Which dead letters an operator means; what is left out does not matter.
public struct DeadLetterFilter: Sendable {
  /// None stands for all.
  public var states: [DeadLetterState] = []
  /// The full name of a topic.
  public var topic: String?
  public var orderingKey: String?
  /// Why it was not taken in, such as `handler-failed`.
  public var code: String?
  /// Kept back at this instant or later.
  public var since: Date?
  /// Kept back before this instant.
  public var until: Date?
  /// Kept back before the one of this id: where a page of a list goes on.
  public var beforeID: Int64?

  public init() {}

  /// The same, for those alone that can still be taken in or given up.
  public var held: DeadLetterFilter {
    var held = self
    held.states = [.parked, .waiting]
    return held
  }

  /// The condition on rows of `dead_letter l`.
  var condition: SQL {
    let states = (states.isEmpty ? DeadLetterState.allCases : states).map(\.rawValue)
    return """
      l.state = any(\(states)) and (\(topic as String?) is null or l.topic = \(topic as String?))
        and (\(orderingKey as String?) is null or l.ordering_key = \(orderingKey as String?))
        and (\(code as String?) is null or l.code = \(code as String?))
        and (\(since as Date?) is null or l.made_at >= \(since as Date?))
        and (\(until as Date?) is null or l.made_at < \(until as Date?))
        and l.id < \(beforeID ?? .max)
      """
  }
}
