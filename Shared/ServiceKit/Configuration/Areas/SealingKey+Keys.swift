import Crypto
import Sealing

extension SealingKey {
  /// The key as one that is sealed for.
  func recipient() throws -> SealingRecipient {
    try SealingRecipient(id: id, publicKey: try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes))
  }

  /// The key as one that opens.
  func privateKey() throws -> SealingPrivateKey {
    SealingPrivateKey(id: id, key: try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes))
  }
}
