import Contracts
import Foundation
import Support
import Testing

/// A frozen process is presumed dead and returns: its successor goes on in time, and nothing it does takes effect.
@Suite("Frozen", .serialized)
struct FreezeTests {
  @Test(
    "SIGSTOP inside a transaction: the successor goes on within 15 seconds, and the zombie has no effect",
    arguments: ["inbound.in-transaction", "relay.after-produce"])
  func frozen(point: String) async throws {
    try await City.with { city in
      let zombie = try city.start(faults: "\(point)=stop@3")
      for number in 0..<6 {
        try await city.publish(number * 10..<number * 10 + 10)
        try await Task.sleep(for: .milliseconds(300))
      }
      #expect(try await eventually { zombie.isFrozen }, "the fault did not strike")
      let began = ContinuousClock.now
      let successor = try city.start()
      #expect(try await city.settles(60, within: .seconds(40)), "\(successor.lastWords)")
      let took = began.duration(to: .now)
      #expect(took < .seconds(20), "it took \(took): up to 15 s to give the frozen one up, and the start")
      zombie.signal(SIGCONT)
      try await Task.sleep(for: .seconds(1))
      zombie.signal(SIGKILL)
      try await city.publish(60..<150)
      let last = try city.start()
      successor.signal(SIGTERM)
      #expect(try await city.settles(150), "\(last.lastWords)")
      await successor.stop()
      await last.stop()
      try await city.check(150)
    }
  }
}
