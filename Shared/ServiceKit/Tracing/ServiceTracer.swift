import Contracts
import Messaging
public import Tracing

/// Begins spans. The parent decides whether a trace is sampled; without a parent the trace's id does.
///
/// It is handed to whoever begins spans and not installed for the whole process: libraries would then trace by
/// themselves, the export of spans included.
public struct ServiceTracer: Tracer {
  private static let header = "traceparent"

  let sampler: TraceSampler
  let buffer: SpanBuffer

  public func startSpan<Instant: TracerInstant>(
    _ operationName: String, context: @autoclosure () -> ServiceContext, ofKind kind: SpanKind,
    at instant: @autoclosure () -> Instant, function: String, file fileID: String, line: UInt
  ) -> ServiceSpan {
    var context = context()
    let parent = context.traceParent
    let traceID = parent?.traceID ?? TraceParent.newTraceID()
    let isSampled = parent?.isSampled ?? sampler.takes(traceID)
    context.traceParent = TraceParent(newSpanIn: traceID, isSampled: isSampled)
    return ServiceSpan(
      operationName, context: context, parentID: parent?.parentID, kind: kind,
      start: isSampled ? instant().nanosecondsSinceEpoch : 0, buffer: isSampled ? buffer : nil)
  }

  /// Nothing: spans are exported as they come, and at the end of the process.
  public func forceFlush() {}

  public func extract<Carrier, Extract: Extractor>(
    _ carrier: Carrier, into context: inout ServiceContext, using extractor: Extract
  ) where Extract.Carrier == Carrier {
    guard let text = extractor.extract(key: Self.header, from: carrier) else { return }
    context.traceParent = TraceParent(text)
  }

  public func inject<Carrier, Inject: Injector>(
    _ context: ServiceContext, into carrier: inout Carrier, using injector: Inject
  ) where Inject.Carrier == Carrier {
    guard let trace = context.traceParent else { return }
    injector.inject(trace.description, forKey: Self.header, into: &carrier)
  }
}
