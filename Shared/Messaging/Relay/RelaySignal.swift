internal import Synchronization

/// Tells the relays in the same process that something was committed, so that they need not ask the database to know.
public final class RelaySignal: Sendable {
  private struct State {
    var raised = 0
    /// The number of the last that waited.
    var last = 0
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  }

  private let state = Mutex(State())

  public init() {}

  /// Something was committed: whoever waits goes on.
  public func raise() {
    let waiting = state.withLock { state in
      state.raised += 1
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for waiter in waiting { waiter.resume() }
  }

  /// How often it was raised: taken before looking at the database, given to ``wait(beyond:longest:)`` after.
  var count: Int { state.withLock(\.raised) }

  /// Waits until it was raised more often than `seen`, or for `longest`; answers whether it was.
  /// - Throws: `CancellationError` when the task is cancelled meanwhile.
  func wait(beyond seen: Int, longest: Duration) async throws -> Bool {
    let deadline = ContinuousClock.now + longest
    let own = state.withLock { state in
      state.last += 1
      return state.last
    }
    let alarm = Task {
      try? await Task.sleep(until: deadline)
      wake(own)
    }
    defer { alarm.cancel() }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // An alarm or a cancellation that came before is seen here, one that comes after finds the continuation.
        let waits = state.withLock { state in
          guard state.raised == seen, ContinuousClock.now < deadline, !Task.isCancelled else { return false }
          state.waiting[own] = continuation
          return true
        }
        if !waits { continuation.resume() }
      }
    } onCancel: {
      wake(own)
    }
    try Task.checkCancellation()
    return count != seen
  }

  private func wake(_ waiter: Int) {
    state.withLock { $0.waiting.removeValue(forKey: waiter) }?.resume()
  }
}
