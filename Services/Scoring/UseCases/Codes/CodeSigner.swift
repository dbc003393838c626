import Crypto
import FoundationEssentials

/// Signs 环保码 with Ed25519 (RFC 8032), and knows the public keys that they are verified with.
struct CodeSigner: Sendable {
  /// A public key under its name.
  struct Key: Sendable, Equatable {
    /// The first eight hexadecimal digits of the key's SHA-256.
    let id: String
    /// 32 bytes.
    let bytes: [UInt8]

    init(_ key: Curve25519.Signing.PublicKey) {
      bytes = Array(key.rawRepresentation)
      let digits = Array("0123456789abcdef".utf8)
      id = String(
        decoding: SHA256.hash(data: bytes).prefix(4).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
        as: UTF8.self)
    }
  }

  /// All that are published, the present one first.
  let keys: [Key]
  private let current: Curve25519.Signing.PrivateKey?

  /// - Parameter current: nil where no codes are made.
  init(_ current: Curve25519.Signing.PrivateKey? = nil, former: [Curve25519.Signing.PublicKey] = []) {
    self.current = current
    keys = (current.map { [$0.publicKey] } ?? []).map(Key.init) + former.map(Key.init)
  }

  /// The text of a signed code; nil where no codes are made.
  func sign(_ code: CreditCode) throws -> String? {
    guard let current, let key = keys.first else { return nil }
    let signature = try current.signature(for: code.signed).base64EncodedString()
    return code.text(key: key.id, signature: String(decoding: signature.utf8.compactMap(Self.safe), as: UTF8.self))
  }

  /// Base64 for addresses, without padding.
  private static func safe(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    case UInt8(ascii: "="): nil
    default: byte
    }
  }
}
