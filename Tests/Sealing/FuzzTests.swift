import Support
import Testing

@testable import Sealing

/// Sealed envelopes: hotlines may seal identities themselves, so that envelopes come from outside too.
@Suite("Fuzzed: sealed envelopes")
struct FuzzTests {
  @Test func `an envelope opens as it was sealed, or not at all`() async throws {
    let key = SealingPrivateKey.generate(id: "vault")
    let other = SealingPrivateKey.generate(id: "notifications")
    let sealer = try Sealer(recipients: [key.recipient(), other.recipient()])
    let secret = Array("侯先生 13800138000".utf8)
    let context = SealingContext.of("petition", "1")
    let envelope = try sealer.seal(secret, context: context)
    let opener = Opener(keys: [key])
    try await Fuzzing.run("sealed envelopes", seeds: [envelope], words: ["vault", "notifications"]) { input in
      guard let opened = try? opener.open(input, context: context) else { return }
      guard opened == secret else { throw Fuzzing.Broken("other words came out") }
    }
  }
}
