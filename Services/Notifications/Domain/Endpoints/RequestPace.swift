import FoundationEssentials

/// Spreads an endpoint's requests evenly over a minute: each takes the next slot (the generic cell rate algorithm of
/// ITU-T I.371 without a burst).
struct RequestPace: Sendable, Equatable {
  /// Between two requests; nil for no limit.
  let interval: Duration?
  /// When the next may begin.
  private(set) var nextSlot: Date?

  init(perMinute: Int?, nextSlot: Date?) {
    interval = perMinute.map { .seconds(60) / max(1, $0) }
    self.nextSlot = perMinute == nil ? nil : nextSlot
  }

  /// How long a request must wait from now.
  func wait(at now: Date) -> Duration {
    guard let nextSlot, nextSlot > now else { return .zero }
    return .seconds(nextSlot.timeIntervalSince(now))
  }

  /// Takes the next slot.
  mutating func take(at now: Date) {
    guard let interval else { return }
    nextSlot = max(nextSlot ?? now, now).addingTimeInterval(interval.inSeconds)
  }
}
