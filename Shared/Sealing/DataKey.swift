import Crypto
import FoundationEssentials

/// A key that seals many messages, wrapped once for each recipient when it is made: HPKE for each message would cost a
/// core at full rate.
struct DataKey: Sendable {
  static let info = Data("ecoredress/sealing/1".utf8)
  static let suite = HPKE.Ciphersuite.ecoredress

  let key: SymmetricKey
  /// What every envelope under this key begins with.
  let header: [UInt8]

  /// - Parameter id: random, except in tests that forge it.
  init(for recipients: [SealingRecipient], id: [UInt8]? = nil) throws(SealingError) {
    let key = SymmetricKey(size: .bits256)
    let id = id ?? Self.randomID()
    var header: [UInt8] = [SealedEnvelope.currentVersion, UInt8(recipients.count)] + id
    for recipient in recipients {
      header.append(UInt8(recipient.id.utf8.count))
      header.append(contentsOf: recipient.id.utf8)
      header.append(contentsOf: try Self.wrap(key, id: id, for: recipient))
    }
    self.key = key
    self.header = header
  }

  private static func randomID() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<SealedEnvelope.keyIDLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// The additional data of the wrapping: a wrapped key cannot be passed off as another's.
  static func wrappingContext(keyID: [UInt8], recipientID: String) -> [UInt8] { keyID + Array(recipientID.utf8) }

  private static func wrap(
    _ key: SymmetricKey, id: [UInt8], for recipient: SealingRecipient
  ) throws(SealingError) -> [UInt8] {
    do {
      var sender = try HPKE.Sender(recipientKey: recipient.publicKey, ciphersuite: suite, info: info)
      let context = wrappingContext(keyID: id, recipientID: recipient.id)
      let sealed = try key.withUnsafeBytes { try sender.seal(Data($0), authenticating: context) }
      return Array(sender.encapsulatedKey) + Array(sealed)
    } catch { throw SealingError(.cryptography, "a data key could not be wrapped for \(recipient.id)") }
  }
}

extension HPKE.Ciphersuite {
  /// X25519 with HKDF-SHA256, and AES-256-GCM.
  fileprivate static let ecoredress = HPKE.Ciphersuite(
    kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)
}
