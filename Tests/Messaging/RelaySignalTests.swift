import Testing

@testable import Messaging

@Suite("Signal of the relay", .timeLimit(.minutes(1)))
struct RelaySignalTests {
  private let signal = RelaySignal()

  @Test("what was raised before is not waited for")
  func raisedBefore() async throws {
    let seen = signal.count
    signal.raise()
    #expect(try await signal.wait(beyond: seen, longest: .seconds(60)))
    #expect(signal.count == seen + 1)
  }

  @Test("all who wait go on when it is raised")
  func all() async throws {
    let seen = signal.count
    let went = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { try await signal.wait(beyond: seen, longest: .seconds(60)) } }
      try await Task.sleep(for: .milliseconds(20))
      signal.raise()
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(went == Array(repeating: true, count: 8))
  }

  @Test("without anything it ends in its time")
  func ends() async throws {
    let began = ContinuousClock.now
    let raised = try await signal.wait(beyond: signal.count, longest: .milliseconds(30))
    #expect(!raised)
    #expect(began.duration(to: .now) >= .milliseconds(30))
    // Time that is over already: nobody comes to wake it.
    let late = try await signal.wait(beyond: signal.count, longest: .zero)
    #expect(!late)
  }

  @Test("a cancelled task waits no longer")
  func cancelled() async throws {
    let seen = signal.count
    let waiting = Task { try await signal.wait(beyond: seen, longest: .seconds(60)) }
    try await Task.sleep(for: .milliseconds(20))
    waiting.cancel()
    await #expect(throws: CancellationError.self) { _ = try await waiting.value }
  }

  @Test("whoever waits for what was not seen yet hears of it, however often it is raised")
  func noneMissed() async throws {
    let rounds = 2_000
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var seen = 0
          while seen < rounds {
            let raised = try await signal.wait(beyond: seen, longest: .seconds(60))
            #expect(raised)
            seen = signal.count
          }
        }
      }
      for _ in 0..<rounds {
        signal.raise()
        await Task.yield()
      }
      try await group.waitForAll()
    }
  }
}
