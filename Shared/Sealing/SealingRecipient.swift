public import Crypto

/// Somebody who will be able to open what is sealed.
public struct SealingRecipient: Sendable {
  /// A name for the key, such as `petitions-vault-2026`; written in the envelope in the clear. A new key gets a new
  /// name, so that an opener knows at once which of its keys to take.
  public let id: String
  /// The public key.
  public let publicKey: Curve25519.KeyAgreement.PublicKey

  /// The longest id, in bytes.
  public static let maximumIDLength = 64

  /// - Throws: `invalidRecipients` when the id is empty or longer than 64 bytes.
  public init(id: String, publicKey: Curve25519.KeyAgreement.PublicKey) throws(SealingError) {
    guard 1...Self.maximumIDLength ~= id.utf8.count else {
      throw SealingError(.invalidRecipients, "the id of a key has from 1 to \(Self.maximumIDLength) bytes")
    }
    self.id = id
    self.publicKey = publicKey
  }

  /// Reads the key from text, see `SealingKeyText`.
  public init(id: String, text: String) throws(SealingError) {
    try self.init(id: id, publicKey: SealingKeyText.publicKey(from: text))
  }
}
