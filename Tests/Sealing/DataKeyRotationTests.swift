import Synchronization
import Testing

@testable import Sealing

@Suite("Data keys")
struct DataKeyRotationTests {
  private final class Clock: Sendable {
    private let time = Mutex(ContinuousClock.now)
    var now: ContinuousClock.Instant { time.withLock { $0 } }
    func advance(_ duration: Duration) { time.withLock { $0 += duration } }
  }

  private let vault = SealingPrivateKey.generate(id: "vault")

  private func keyID(_ sealer: Sealer) throws -> [UInt8] {
    try SealedEnvelope(parsing: sealer.seal([1], context: [])).keyID
  }

  @Test("A data key is used for its hour and not a moment longer")
  func byTime() throws {
    let clock = Clock()
    let sealer = try Sealer(
      recipients: [vault.recipient()], rotateAfter: .seconds(7200), maximumMessages: .max, now: { clock.now })
    let first = try keyID(sealer)
    clock.advance(.seconds(3600) - .nanoseconds(1))
    #expect(try keyID(sealer) == first)
    clock.advance(.nanoseconds(1))
    let second = try keyID(sealer)
    #expect(second != first)
    #expect(try keyID(sealer) == second)
  }

  @Test("A data key is used for its number of messages and no more")
  func byCount() throws {
    let clock = Clock()
    let sealer = try Sealer(
      recipients: [vault.recipient()], rotateAfter: .seconds(60), maximumMessages: 3, now: { clock.now })
    let ids = try (0..<7).map { _ in try keyID(sealer) }
    #expect(Set(ids).count == 3)
    #expect(ids[0] == ids[2] && ids[2] != ids[3] && ids[3] == ids[5] && ids[5] != ids[6])
  }

  @Test("An opener remembers a bounded number of data keys and opens all the same")
  func bounded() throws {
    let clock = Clock()
    let sealer = try Sealer(
      recipients: [vault.recipient()], rotateAfter: .seconds(60), maximumMessages: 1, now: { clock.now })
    let opener = Opener(keys: [vault], capacity: 4)
    let envelopes = try (0..<10).map { try sealer.seal([UInt8($0)], context: []) }
    for round in 0..<2 {
      for (index, envelope) in envelopes.enumerated() {
        #expect(try opener.open(envelope, context: []) == [UInt8(index)], "round \(round)")
      }
      #expect(opener.rememberedKeys == 4)
    }
  }

  @Test("Many threads seal at once, each message opens, and no nonce comes twice")
  func concurrent() async throws {
    let sealer = try Sealer(recipients: [vault.recipient()])
    let opener = Opener(keys: [vault])
    let envelopes = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for task in 0..<8 {
        group.addTask { try (0..<200).map { try sealer.seal([UInt8(task), UInt8($0)], context: []) } }
      }
      return try await group.reduce(into: [[UInt8]]()) { $0 += $1 }
    }
    #expect(Set(try envelopes.map { try SealedEnvelope(parsing: $0).nonce }).count == 1600)
    #expect(Set(try envelopes.map { try opener.open($0, context: []) }).count == 1600)
    #expect(opener.rememberedKeys == 1)
  }
}
