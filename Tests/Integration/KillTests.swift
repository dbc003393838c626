import Contracts
import Foundation
import Kafka
import Postgres
import Support
import Testing

/// kill -9 at every place that matters: nothing lost, nothing doubled, no key out of order.
@Suite("Killed", .serialized)
struct KillTests {
  @Test(
    "a service killed at any point loses nothing, doubles nothing, reorders nothing",
    arguments: [
      "inbound.after-consume", "inbound.in-transaction", "inbound.after-commit", "relay.after-produce",
      "relay.after-commit",
    ])
  func killed(point: String) async throws {
    try await City.with { city in
      try await city.publish(0..<150)
      let first = try city.start(faults: "\(point)=kill@1")
      #expect(try await first.waitForEnd(within: .seconds(30)), "the fault did not strike")
      try await city.publish(150..<300)
      let last = try city.start()
      #expect(try await city.settles(300), "\(last.lastWords)")
      await last.stop()
      try await city.check(300)
      let receipts = try await city.events(.complaintReceipts)
      #expect(receipts.count == 330, "each complaint sent has one receipt, repeats included")
    }
  }

  @Test("two replicas, while a third joins, is killed and comes back, and another leaves in order")
  func replicas() async throws {
    try await City.with { city in
      try await city.publish(0..<400)
      let first = try city.start(nil)
      let second = try city.start(nil)
      try await city.publish(400..<800)
      let third = try city.start("third")
      _ = try await city.settles(300)
      third.signal(SIGKILL)
      try await city.publish(800..<1_200)
      let successor = try city.start("third")
      try await Task.sleep(for: .seconds(2))
      await second.stop()
      try await city.publish(1_200..<1_500)
      #expect(try await city.settles(1_500, within: .seconds(90)), "\(first.lastWords)")
      await first.stop()
      await successor.stop()
      try await city.check(1_500)
    }
  }
}
