import Synchronization
import Testing

@testable import Messaging

@Suite("Fault points")
struct FaultPointsTests {
  /// Looks on instead of dying.
  private final class Witness: Sendable {
    let seen = Mutex<[FaultAction]>([])
    func points(_ specification: String) throws -> FaultPoints {
      try FaultPoints(specification: specification) { action in self.seen.withLock { $0.append(action) } }
    }
  }

  @Test("A fault happens at its hit and at no other")
  func hit() throws {
    let witness = Witness()
    let points = try witness.points("relay.after-produce=kill@3")
    points.reach("relay.after-produce")
    points.reach("relay.after-produce")
    points.reach("relay.before-produce")
    #expect(witness.seen.withLock { $0 }.isEmpty)
    points.reach("relay.after-produce")
    points.reach("relay.after-produce")
    #expect(witness.seen.withLock { $0 } == [.kill])
  }

  @Test("Several faults, every hit, and the first hit by default")
  func several() throws {
    let witness = Witness()
    let points = try witness.points("a=stop, b=sleep:5@*,, a=kill@2")
    #expect(points.names == ["a", "b"])
    points.reach("a")
    points.reach("b")
    points.reach("b")
    points.reach("a")
    #expect(
      witness.seen.withLock { $0 } == [.stop, .sleep(milliseconds: 5), .sleep(milliseconds: 5), .kill])
  }

  @Test("Nothing specified means no faults", arguments: ["", "  ", ","])
  func empty(specification: String) throws {
    let points = try FaultPoints(specification: specification)
    #expect(points.isEmpty)
    points.reach("anything")
  }

  @Test(
    "A misspelt specification is refused, else the test would pass without its fault",
    arguments: ["a", "a=", "=kill", "a=kil@1", "a=kill@0", "a=kill@x", "a=sleep", "a=sleep:-1", "a=sleep:3600001"])
  func misspelt(specification: String) {
    #expect(throws: FaultPointsError(entry: specification)) { try FaultPoints(specification: specification) }
  }
}
