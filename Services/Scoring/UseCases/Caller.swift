import Contracts

/// Who asks for something over HTTP.
struct Caller: Sendable {
  /// As the token names them.
  let subject: String
  let requestId: String
  let traceParent: TraceParent?
}

extension Caller {
  /// The person as a source of facts.
  var source: String { "/staff/\(subject)" }
}
