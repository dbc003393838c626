import Contracts
import Messaging
import Synchronization
public import Tracing

/// One span of ours. When its trace is not sampled it only hands its context on.
///
/// An error is recorded by its type: what it says may name a person.
public final class ServiceSpan: Span {
  private struct State {
    var name: String
    var attributes: SpanAttributes = [:]
    var events: [FinishedSpan.Event] = []
    var links: [ServiceContext] = []
    var status: SpanStatus?
    var isEnded = false
  }

  /// How many events and links one span keeps, each.
  private static let limit = 32

  public let context: ServiceContext
  private let parentID: String?
  private let kind: SpanKind
  private let start: UInt64
  private let buffer: SpanBuffer?
  private let state: Mutex<State>

  /// - Parameters:
  ///   - context: with its own place in the trace.
  ///   - buffer: nil when it is not sampled.
  init(
    _ name: String, context: ServiceContext, parentID: String?, kind: SpanKind, start: UInt64, buffer: SpanBuffer?
  ) {
    self.context = context
    self.parentID = parentID
    self.kind = kind
    self.start = start
    self.buffer = buffer
    state = Mutex(State(name: name))
  }

  public var isRecording: Bool { buffer != nil && state.withLock { !$0.isEnded } }

  public var operationName: String {
    get { state.withLock { $0.name } }
    set { change { $0.name = newValue } }
  }

  public var attributes: SpanAttributes {
    get { state.withLock { $0.attributes } }
    set { change { $0.attributes = newValue } }
  }

  public func setStatus(_ status: SpanStatus) { change { $0.status = status } }

  public func addEvent(_ event: SpanEvent) {
    add(FinishedSpan.Event(name: event.name, at: event.nanosecondsSinceEpoch, attributes: event.attributes))
  }

  public func recordError<Instant: TracerInstant>(
    _ error: any Error, attributes: SpanAttributes, at instant: @autoclosure () -> Instant
  ) {
    guard buffer != nil else { return }
    var attributes = attributes
    attributes["exception.type"] = String(reflecting: type(of: error))
    add(FinishedSpan.Event(name: "exception", at: instant().nanosecondsSinceEpoch, attributes: attributes))
  }

  public func addLink(_ link: SpanLink) {
    change { if $0.links.count < Self.limit { $0.links.append(link.context) } }
  }

  /// Hands it over to be exported; what is said afterwards is not heard.
  public func end<Instant: TracerInstant>(at instant: @autoclosure () -> Instant) {
    guard let buffer, let place = context.traceParent else { return }
    let ended = state.withLock { state -> State? in
      guard !state.isEnded else { return nil }
      state.isEnded = true
      return state
    }
    guard let ended else { return }
    buffer.add(
      FinishedSpan(
        traceID: place.traceID, spanID: place.parentID, parentID: parentID, name: ended.name, kind: kind,
        start: start, end: max(start, instant().nanosecondsSinceEpoch), attributes: ended.attributes,
        events: ended.events, links: ended.links, status: ended.status))
  }

  private func add(_ event: FinishedSpan.Event) {
    change { if $0.events.count < Self.limit { $0.events.append(event) } }
  }

  private func change(_ body: (inout State) -> Void) {
    guard buffer != nil else { return }
    state.withLock { if !$0.isEnded { body(&$0) } }
  }
}
