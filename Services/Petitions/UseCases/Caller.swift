import Contracts

/// Who asks for something over HTTP.
struct Caller: Sendable {
  /// As the token names them.
  let subject: String
  let requestId: String
  let traceParent: TraceParent?
  /// The divisions in which they may act.
  var territory: [String] = []
}
