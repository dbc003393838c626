import Synchronization

/// How many submissions over HTTP are worked on at once. One more is told to come back: waiting in line here would make all
/// of them slow and keep the database from staff, and a submission that waits is not kept either.
final class IntakeGate: Sendable {
  /// Too many are at work already; nothing was kept.
  struct Busy: Error {}

  /// How many may be at work at once.
  let limit: Int
  private let inside = Mutex(0)

  init(limit: Int) { self.limit = max(1, limit) }

  /// - Throws: ``Busy``, or what the body throws.
  func pass<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
    guard enter() else { throw Busy() }
    defer { inside.withLock { $0 -= 1 } }
    return try await body()
  }

  private func enter() -> Bool {
    inside.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
  }
}
