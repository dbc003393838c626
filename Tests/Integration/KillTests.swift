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
      // Killed once more at its second pass, on the way to the end.
      let second = try city.start(faults: "\(point)=kill@2")
      _ = try await eventually(within: .seconds(10)) { !second.isRunning }
      if second.isRunning { second.signal(SIGKILL) }
      let third = try city.start()
      #expect(try await city.settles(300), "\(third.lastWords)")
      await third.stop()
      try await city.check(300)
      let receipts = try await city.events(.complaintReceipts)
      #expect(receipts.count == 330, "each complaint sent has one receipt, repeats included")
    }
  }

  @Test("a message that kills its process is parked after its second kill, and the rest goes on")
  func killer() async throws {
    try await City.with { city in
      try await city.topics.write((0..<20).map { city.complaint($0) } + [city.complaint(20, id: "killer")])
      try await city.topics.write((21..<40).map { city.complaint($0) })
      for _ in 1...2 {
        let process = try city.start(faults: "inbound.event.killer=kill@*")
        #expect(try await process.waitForEnd(within: .seconds(30)), "the message did not kill")
      }
      let last = try city.start(faults: "inbound.event.killer=kill@*")
      #expect(try await city.settles(39), "\(last.lastWords)")
      #expect(last.isRunning)
      let connection = try await city.administrator()
      let parked = try await connection.query(
        "select code from dead_letter where state = 'parked'", as: String.self)
      #expect(parked == ["killed-its-process"])
      await connection.close()
      let receipts = try await city.events(.complaintReceipts)
      let delayed = try receipts.filter { event in
        try JSON(parsing: event.data ?? [])["status"]?.string == "delayed"
      }
      #expect(delayed.count == 1)
      await last.stop()
      // With the fault gone – the next version – a redrive takes it in.
      try await city.command("dead-letters", "redrive")
      let mended = try city.start()
      #expect(try await city.settles(40), "\(mended.lastWords)")
      await mended.stop()
      try await city.check(40)
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
