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

  /// Only points in the consumer's own path: a relay's kill strikes at whatever the consumer is doing at that moment,
  /// and may by chance be held against a message that was being handled alone for the second time.
  @Test(
    "a service killed twice at the same point parks nobody for it",
    arguments: ["inbound.after-consume", "inbound.in-transaction", "inbound.after-commit"])
  func killedTwice(point: String) async throws {
    try await City.with { city in
      for round in 0..<2 {
        try await city.publish(round * 100..<round * 100 + 100)
        let service = try city.start(faults: "\(point)=kill@1")
        #expect(try await service.waitForEnd(within: .seconds(30)), "the fault did not strike")
      }
      try await city.publish(200..<300)
      let last = try city.start()
      #expect(try await city.settles(300), "\(last.lastWords)")
      await last.stop()
      try await city.check(300)
      #expect(try await city.held().isEmpty)
      #expect(try await city.receipts().count == 330, "each complaint sent has one receipt, repeats included")
    }
  }

  @Test("a message that kills its process is parked after its second kill, and a redrive takes it in")
  func killer() async throws {
    try await City.with { city in
      try await city.topics.write((0..<40).map { city.complaint($0, id: $0 == 23 ? "killer" : nil) })
      let fault = "inbound.event.killer=kill@*"
      for _ in 0..<2 {
        let service = try city.start(faults: fault)
        #expect(try await service.waitForEnd(within: .seconds(30)), "the fault did not strike")
      }
      let last = try city.start(faults: fault)
      #expect(try await city.settles(39), "\(last.lastWords)")
      #expect(try await eventually { try await city.held() == ["parked killed-its-process"] })
      #expect(try await eventually { try await city.receipts().filter { $0 == .delayed }.count == 1 })
      #expect(try await city.registered() == 39)
      try await city.command("dead-letters", "redrive")
      #expect(try await city.settles(40), "\(last.lastWords)")
      await last.stop()
      try await city.check(40)
      #expect(try await city.held().isEmpty)
      #expect(
        try await city.receipts().sorted { $0.rawValue < $1.rawValue }
          == [.delayed] + Array(repeating: .registered, count: 40))
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
