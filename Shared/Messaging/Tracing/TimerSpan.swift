internal import Tracing

/// The span of timers that fire together.
enum TimerSpan {
  /// Begins it, in a trace of its own; nil when nothing is traced.
  static func fire(_ kind: String, count: Int, tracer: (any Tracer)?) -> (any Span)? {
    guard let tracer else { return nil }
    let span = tracer.startSpan("fire \(kind)", context: .topLevel, ofKind: .internal)
    span.updateAttributes { attributes in
      attributes["ecoredress.timer.kind"] = kind
      attributes["ecoredress.timer.count"] = count
    }
    return span
  }
}
