import Crypto
import Synchronization
import Testing

@testable import Sealing

@Suite("Sealing")
struct SealingTests {
  private let vault = SealingPrivateKey.generate(id: "vault")
  private let notifications = SealingPrivateKey.generate(id: "notifications")
  private let secret = Array("王先生 13800000000".utf8)
  private let context = SealingContext.of("reporter", "5d4c3a5e")

  private func sealer() throws -> Sealer {
    try Sealer(recipients: [vault.recipient(), notifications.recipient()])
  }

  private func code(_ body: () throws -> some Any) -> SealingError.Code? {
    do {
      _ = try body()
      return nil
    } catch { return (error as? SealingError)?.code }
  }

  @Test("Each recipient opens what was sealed, and an empty message too")
  func opens() throws {
    let sealer = try sealer()
    for plaintext in [secret, [], [UInt8](repeating: 7, count: 100_000)] {
      let envelope = try sealer.seal(plaintext, context: context)
      for key in [vault, notifications] {
        #expect(try Opener(keys: [key]).open(envelope, context: context) == plaintext)
      }
    }
  }

  @Test("The envelope shows nothing of the message and is no longer than described")
  func compact() throws {
    let envelope = try sealer().seal(secret, context: context)
    #expect(envelope.count == 2 + 16 + (1 + 5 + 80) + (1 + 13 + 80) + 12 + secret.count + 16)
    #expect(!envelope.indices.contains { envelope[$0...].starts(with: Array("138".utf8)) })
    #expect(try sealer().seal(secret, context: context) != envelope)
  }

  @Test("Any single altered byte is noticed")
  func tampering() throws {
    let envelope = try sealer().seal(secret, context: context)
    let opener = Opener(keys: [notifications, vault])
    for index in envelope.indices {
      var altered = envelope
      altered[index] ^= 0x01
      #expect(code { try opener.open(altered, context: context) } != nil, "byte \(index)")
    }
    for length in 0..<envelope.count {
      #expect(code { try opener.open(Array(envelope[..<length]), context: context) } != nil, "length \(length)")
    }
    #expect(code { try opener.open(envelope + [0], context: context) } == .authenticationFailed)
  }

  @Test("An envelope moved to another case is refused")
  func wrongContext() throws {
    let envelope = try sealer().seal(secret, context: context)
    let opener = Opener(keys: [vault])
    #expect(
      code { try opener.open(envelope, context: SealingContext.of("reporter", "other")) } == .authenticationFailed)
    #expect(code { try opener.open(envelope, context: []) } == .authenticationFailed)
    #expect(SealingContext.of("a", "b") != SealingContext.of("a,1:b"))
    #expect(SealingContext.of("a", "") != SealingContext.of("a"))
  }

  @Test("A stranger is told that it is not for him, an impostor of the same id that it does not fit")
  func wrongRecipient() throws {
    let envelope = try sealer().seal(secret, context: context)
    #expect(code { try Opener(keys: [.generate(id: "stranger")]).open(envelope, context: context) } == .notForUs)
    #expect(
      code { try Opener(keys: [.generate(id: "vault")]).open(envelope, context: context) } == .authenticationFailed)
    #expect(code { try Opener(keys: []).open(envelope, context: context) } == .notForUs)
  }

  @Test("A recipient cannot be struck out of an envelope")
  func struckOut() throws {
    let envelope = try sealer().seal(secret, context: context)
    var shorter = envelope
    shorter.removeSubrange(18..<(18 + 1 + 5 + 80))
    shorter[1] = 1
    #expect(code { try Opener(keys: [notifications]).open(shorter, context: context) } == .authenticationFailed)
  }

  @Test("An envelope under a copied key id does not spoil the genuine ones")
  func poisonedCache() throws {
    let genuine = try sealer().seal(secret, context: context)
    let copiedID = try SealedEnvelope(parsing: genuine).keyID
    let forgedKey = try DataKey(for: [vault.recipient(), notifications.recipient()], id: copiedID)
    let box = try AES.GCM.seal([1], using: forgedKey.key, authenticating: forgedKey.header + context)
    let forged = forgedKey.header + Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    let opener = Opener(keys: [vault])
    #expect(try opener.open(forged, context: context) == [1])
    #expect(try opener.open(genuine, context: context) == secret)
  }

  @Test("An envelope of a later version says so")
  func futureVersion() throws {
    var envelope = try sealer().seal(secret, context: context)
    envelope[0] = 2
    #expect(code { try Opener(keys: [vault]).open(envelope, context: context) } == .unsupportedVersion)
    #expect(code { try Opener(keys: [vault]).open([], context: context) } == .malformed)
    #expect(code { try Opener(keys: [vault]).open([1, 0], context: context) } == .malformed)
    #expect(code { try Opener(keys: [vault]).open([1, 17], context: context) } == .malformed)
  }

  @Test("Recipients must be some, few and different")
  func recipients() throws {
    #expect(code { try Sealer(recipients: []) } == .invalidRecipients)
    #expect(code { try Sealer(recipients: [vault.recipient(), vault.recipient()]) } == .invalidRecipients)
    let many = try (0..<17).map { try SealingPrivateKey.generate(id: "k\($0)").recipient() }
    #expect(code { try Sealer(recipients: many) } == .invalidRecipients)
    #expect(code { try SealingPrivateKey.generate(id: "").recipient() } == .invalidRecipients)
    #expect(
      code { try SealingPrivateKey.generate(id: String(repeating: "x", count: 65)).recipient() } == .invalidRecipients)
  }

  @Test("Old keys open old envelopes beside the present key")
  func keyChange() throws {
    let old = try sealer().seal(secret, context: context)
    let next = SealingPrivateKey.generate(id: "vault-2")
    let new = try Sealer(recipients: [next.recipient()]).seal(secret, context: context)
    let opener = Opener(keys: [next, vault])
    #expect(try opener.open(old, context: context) == secret)
    #expect(try opener.open(new, context: context) == secret)
  }
}
