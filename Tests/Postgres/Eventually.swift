/// Waits until a condition holds; an error when it never does.
func eventually(within patience: Duration = .seconds(10), _ condition: () async throws -> Bool) async throws {
  let deadline = ContinuousClock.now + patience
  while try await !condition() {
    guard ContinuousClock.now < deadline else { throw NeverHappened() }
    try await Task.sleep(for: .milliseconds(10))
  }
}

struct NeverHappened: Error {}
