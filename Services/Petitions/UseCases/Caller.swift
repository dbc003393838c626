import Contracts

/// Who asks for something, over HTTP or on the command line.
struct Caller: Sendable {
  /// As the token names them.
  let subject: String
  let requestId: String
  let traceParent: TraceParent?
  /// The divisions in which they may act.
  var territory: [String] = []
}

extension Caller {
  /// An operator on the command line, by the name they give.
  init(command actor: String) {
    self.init(subject: actor, requestId: "command", traceParent: nil)
  }
}
