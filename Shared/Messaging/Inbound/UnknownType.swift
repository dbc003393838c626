internal import Contracts

/// What is said about an event of a type that a topic does not take.
enum UnknownType {
  /// Tells a wrong version of a known type from a type that is not known at all.
  static func violation(_ type: EventType, known: Set<EventType>) -> ContractViolation {
    let isKnownFamily = known.contains { $0.family == type.family }
    return ContractViolation(isKnownFamily ? .versionUnknown : .typeUnknown, field: "type")
  }
}
