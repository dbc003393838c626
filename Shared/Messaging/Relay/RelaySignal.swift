internal import Synchronization

/// Tells the relays in the same process that something was committed, so that they need not ask the database to know.
public final class RelaySignal: Sendable {
  private let commits = Atomic<Int>(0)

  public init() {}

  /// Something was committed.
  public func raise() {
    commits.add(1, ordering: .releasing)
  }

  /// How often it was raised: taken before looking at the database, given to ``wait(beyond:longest:)`` after.
  var count: Int { commits.load(ordering: .acquiring) }

  /// Waits until it was raised more often than `seen`, or for `longest`; answers whether it was. Looks often at first
  /// and ever more rarely then, so that a busy relay is quick and an idle one costs nothing.
  func wait(beyond seen: Int, longest: Duration) async throws -> Bool {
    let deadline = ContinuousClock.now + longest
    var pause = Duration.milliseconds(1)
    while count == seen {
      guard ContinuousClock.now < deadline else { return false }
      try await Task.sleep(for: pause)
      pause = min(pause * 2, .milliseconds(16))
    }
    return true
  }
}
