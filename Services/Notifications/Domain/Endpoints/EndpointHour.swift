import FoundationEssentials

/// What became of an endpoint's attempts in one hour, or in several.
struct EndpointHour: Sendable, Equatable {
  /// How long hours are kept.
  static let keptDays = 90

  /// When it began.
  var hour = Date.distantPast
  var delivered: Int64 = 0
  /// Attempts that failed.
  var failed: Int64 = 0
  /// Deliveries given up.
  var exhausted: Int64 = 0
  /// How long all attempts took that were answered.
  var times = ResponseTimes()

  /// Adds another; keeps the earlier beginning.
  mutating func add(_ other: EndpointHour) {
    hour = hour == .distantPast ? other.hour : min(hour, other.hour)
    delivered += other.delivered
    failed += other.failed
    exhausted += other.exhausted
    times.add(other.times)
  }

  /// Counts what one visit came to.
  mutating func count(_ attempts: [DeliveryAttempt], _ fates: [DeliveryFate]) {
    for (attempt, fate) in zip(attempts, fates) {
      if attempt.verdict.status != nil { times.add(milliseconds: attempt.milliseconds) }
      if fate == .delivered { delivered += 1 } else { failed += 1 }
      if fate == .exhausted { exhausted += 1 }
    }
  }
}
