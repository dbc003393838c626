import Tracing

/// A span that has ended and waits to be exported.
struct FinishedSpan: Sendable {
  struct Event: Sendable {
    let name: String
    let at: UInt64
    let attributes: SpanAttributes
  }

  let traceID: String
  let spanID: String
  /// Nil at the root.
  let parentID: String?
  let name: String
  let kind: SpanKind
  /// Nanoseconds since 1970.
  let start: UInt64
  let end: UInt64
  let attributes: SpanAttributes
  let events: [Event]
  /// Other traces it has to do with.
  let links: [ServiceContext]
  let status: SpanStatus?
}
