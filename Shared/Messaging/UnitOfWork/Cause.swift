public import Contracts
internal import FoundationEssentials

/// What made an event happen: the thread that leads from every event back to its complaint or fact.
public struct Cause: Sendable, Equatable {
  /// The id of the event, request or timer that caused it. Ids of new events derive from it.
  public let id: String
  /// The id of the complaint or fact at the root of everything.
  public let correlation: String
  /// The W3C trace context: the span of the handling that caused it, or, without one, what the triggering event carries.
  public let traceParent: TraceParent?

  public init(id: String, correlation: String, traceParent: TraceParent? = nil) {
    self.id = id
    self.correlation = correlation
    self.traceParent = traceParent
  }

  /// The cause that an event taken in is for what follows from it.
  /// - Parameter trace: the span of its handling, where there is one.
  public init(_ event: CloudEvent, trace: TraceParent? = nil) {
    // Our own ids are unique as they stand; an outsider's only within its source.
    let id =
      event.isOurs ? event.id : EventIdentity.cause(source: event.source, id: event.id).lowercased
    self.init(id: id, correlation: event.correlationID ?? id, traceParent: trace ?? event.traceParent)
  }
}

extension CloudEvent {
  /// Whether one of the four services emitted it.
  var isOurs: Bool { ServiceName.allCases.contains { EventSource($0).rawValue == source } }
}
