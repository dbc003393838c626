public import Contracts
public import Tracing

/// What the task at hand is about, for its spans and its log lines.
extension ServiceContext {
  /// The span that is open: the parent of those that follow.
  public var traceParent: TraceParent? {
    get { self[TraceParentKey.self] }
    set { self[TraceParentKey.self] = newValue }
  }

  /// The event that is being handled, where it is one alone.
  public var handled: HandledEvent? {
    get { self[HandledEventKey.self] }
    set { self[HandledEventKey.self] = newValue }
  }

  /// A context of its own, in this trace.
  public static func continuing(_ parent: TraceParent?) -> ServiceContext {
    var context = ServiceContext.topLevel
    context.traceParent = parent
    return context
  }
}

private enum TraceParentKey: ServiceContextKey {
  typealias Value = TraceParent
}

private enum HandledEventKey: ServiceContextKey {
  typealias Value = HandledEvent
}
