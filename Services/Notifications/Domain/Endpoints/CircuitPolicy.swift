/// When an endpoint is left alone, and for how long.
struct CircuitPolicy: Sendable, Equatable {
  /// So many attempts in a row without a success open the circuit.
  var failures = 5
  /// How long it rests, the first time, the second …; the last repeats.
  var rests: [Duration] = [.seconds(30), .seconds(60), .seconds(120), .seconds(300)]

  /// - Parameter openings: how often it has opened since the last success, from one.
  func rest(_ openings: Int) -> Duration {
    guard !rests.isEmpty else { return .zero }
    return rests[min(max(openings, 1), rests.count) - 1]
  }
}
