internal import Synchronization

/// Tells the relay in the same process that something was committed, so that it need not ask the database to know.
public final class RelaySignal: Sendable {
  private let raised = Atomic<Bool>(false)

  public init() {}

  /// Something was committed.
  public func raise() {
    raised.store(true, ordering: .releasing)
  }

  /// Waits until raised, or for `longest`. Looks every few milliseconds: cheaper than a continuation for every commit.
  func wait(longest: Duration) async throws {
    let deadline = ContinuousClock.now + longest
    while !raised.exchange(false, ordering: .acquiring), ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(3))
    }
  }
}
