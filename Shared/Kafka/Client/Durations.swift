import Dispatch

extension Duration {
  /// Whole milliseconds, never below zero nor beyond what a C `int` holds.
  var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    guard seconds < Int64(Int32.max) / 1000 else { return .max }
    return Int32(max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }

  var dispatch: DispatchTimeInterval { .milliseconds(Int(milliseconds)) }
}

/// A point in time by which a call must be over.
struct Deadline {
  private let end: ContinuousClock.Instant

  init(after time: Duration) {
    end = .now + time
  }

  var remaining: Duration { max(.zero, end - .now) }
  var hasPassed: Bool { end <= .now }
}
