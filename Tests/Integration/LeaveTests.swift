import Foundation
import Support
import Testing

/// Members without a static name: who is asked to end leaves the group, and nobody waits for it.
///
/// What is left out: one leaves while another joins. When a member rejoins and leaves in the next milliseconds, the
/// local broker forgets the other member that waits for its answer until the rebalance timeout, a minute; bare protocol
/// requests show the same.
@Suite("Leaving", .serialized)
struct LeaveTests {
  @Test(
    "asked to end, idle or in the middle of its work, a member leaves its group: its successor is at work in seconds")
  func leaving() async throws {
    try await City.with { city in
      for round in 0..<10 {
        let service = try city.start(nil)
        let before = try await city.registered()
        try await city.publish(round * 300..<(round + 1) * 300)
        if round.isMultiple(of: 2) {
          #expect(try await city.settles((round + 1) * 300, within: .seconds(60)), "\(round): \(service.lastWords)")
        } else {
          let works = try await eventually(within: .seconds(10)) { try await city.registered() > before }
          #expect(works, "\(round): \(service.lastWords)")
        }
        await service.stop()
        #expect(service.exitStatus == 0)
      }
      let last = try city.start(nil)
      #expect(try await city.settles(3_000), "\(last.lastWords)")
      await last.stop()
      try await city.check(3_000)
    }
  }

  @Test("asked to end at any moment of its start, a member leaves nothing behind that others wait for")
  func leavingWhileJoining() async throws {
    try await City.with { city in
      for round in 0..<16 {
        let service = try city.start(nil)
        try await Task.sleep(for: .milliseconds(100 * (round + 1)))
        await service.stop()
        // Before it heeds signals it has joined nothing, and SIGTERM does what it does to every program.
        let unheard = service.exitStatus == SIGTERM && !service.lastWords.contains("Shutting down")
        #expect(service.exitStatus == 0 || unheard, "\(service.lastWords)")
      }
      let last = try city.start(nil)
      try await city.publish(0..<10)
      #expect(try await city.settles(10, within: .seconds(60)), "\(last.lastWords)")
      await last.stop()
    }
  }
}
