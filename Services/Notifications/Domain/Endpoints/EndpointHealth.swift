import FoundationEssentials

/// How an endpoint has answered lately, and its circuit: after so many failures in a row it is left alone for a while,
/// then tried with one careful attempt, and left alone for longer when that fails too. All instants are real time.
struct EndpointHealth: Sendable, Equatable {
  /// Nothing has got through since.
  var failingSince: Date?
  /// Attempts in a row that failed.
  var failures = 0
  /// How often the circuit opened since the last success.
  var openings = 0
  /// Nothing is sent before.
  var restUntil: Date?
  /// When its owner was told that it fails; nil while it does not.
  var warnedAt: Date?

  /// An attempt succeeded: the circuit closes.
  mutating func succeeded() { self = EndpointHealth() }

  /// An attempt failed.
  /// - Parameter asked: how long the endpoint asked to be left alone, or must be.
  mutating func failed(at now: Date, rest asked: Duration?, circuit: CircuitPolicy) {
    failingSince = failingSince ?? now
    failures += 1
    var rest = asked
    // Attempts that were under way when it opened say nothing new.
    if failures >= circuit.failures, restUntil.map({ $0 <= now }) ?? true {
      openings += 1
      rest = max(asked ?? .zero, circuit.rest(openings))
    }
    guard let rest else { return }
    restUntil = max(restUntil ?? .distantPast, now.addingTimeInterval(rest.inSeconds))
  }

  /// Whether only one attempt may be made now: the circuit was open and its rest is over.
  func isHalfOpen(_ circuit: CircuitPolicy) -> Bool { failures >= circuit.failures }

  /// What the circuit is called.
  func circuit(_ policy: CircuitPolicy, at now: Date) -> CircuitState {
    guard isHalfOpen(policy) else { return .closed }
    return restUntil.map { $0 > now } ?? false ? .open : .halfOpen
  }
}
