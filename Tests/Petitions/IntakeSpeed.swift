import Contracts
import FoundationEssentials
import Glibc
import Kafka
import Testing

@testable import Petitions

/// Measured on demand (INTAKE_SPEED=1): the handler alone, batches of a thousand on one connection.
@Suite("Speed of intake", .enabled(if: ProcessInfo.processInfo.environment["INTAKE_SPEED"] != nil))
struct IntakeSpeed {
  @Test func `complaints a second of the handler alone`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      let batches = (0..<40).map { batch in
        (0..<1000).map { index in
          let number = batch * 1000 + index
          return Fixtures.record(
            Fixtures.complaint("S-\(number)", content: String(repeating: "夜间臭味很大。", count: 12)), id: "s-\(number)",
            offset: Int64(number))
        }
      }
      for batch in batches.prefix(5) { try await desk.take(batch) }
      let start = ContinuousClock.now
      let used = clock()
      for batch in batches.dropFirst(5) { try await desk.take(batch) }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let processor = Double(clock() - used) / Double(CLOCKS_PER_SEC)
      let each = Int(processor / 35_000 * 1_000_000)
      print("intake: \(Int(35_000 / seconds)) complaints a second, \(each) µs of our own processor time each")
    }
  }
}
