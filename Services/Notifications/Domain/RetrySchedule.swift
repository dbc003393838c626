/// When a failed attempt is made again.
struct RetrySchedule: Sendable, Equatable {
  /// The waits after the first, second … attempt; after the last of them there is no more.
  let waits: [Duration]

  /// The wait after an attempt.
  /// - Parameters:
  ///   - attempts: how many were made, from one.
  ///   - asked: what the receiver asked for (`Retry-After`); never less than that is waited.
  ///   - jitter: 0…1, drawn by the caller: up to a fifth is added, so that what failed together does not come back
  ///     together.
  /// - Returns: nil when the schedule is used up.
  func wait(after attempts: Int, asked: Duration? = nil, jitter: Double) -> Duration? {
    guard attempts >= 1, attempts <= waits.count else { return nil }
    let wait = waits[attempts - 1]
    let spread = wait + wait * (0.2 * min(max(jitter, 0), 1))
    return max(spread, asked ?? .zero)
  }
}
