import Crypto

/// What proves that a message was sent.
struct ChannelReceipt: Sendable, Equatable {
  /// The proof on file, such as the provider's receipt; nothing personal.
  let proof: String
  /// SHA-256 of exactly what was sent, in hexadecimal digits.
  let sha256: String

  init(proof: String, sha256: String) {
    self.proof = proof
    self.sha256 = sha256
  }

  /// - Parameter bytes: exactly what was sent.
  init(proof: String, bytes: [UInt8]) {
    let digits = SHA256.hash(data: bytes).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
    self.init(proof: proof, sha256: digits.joined())
  }
}
