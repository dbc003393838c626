public import Crypto
import FoundationEssentials

/// X25519 keys as text: PEM of RFC 8410, as `openssl genpkey -algorithm X25519` writes them, or the 32 bytes in Base64.
public enum SealingKeyText {
  /// A private key from PEM (`PRIVATE KEY`) or Base64; white space around is free.
  public static func privateKey(from text: String) throws(SealingError) -> Curve25519.KeyAgreement.PrivateKey {
    let raw = try rawKey(from: text, label: "PRIVATE KEY", prefix: privatePrefix)
    do { return try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw) } catch {
      throw SealingError(.invalidKey, "not a private key of X25519")
    }
  }

  /// A public key from PEM (`PUBLIC KEY`) or Base64; white space around is free.
  public static func publicKey(from text: String) throws(SealingError) -> Curve25519.KeyAgreement.PublicKey {
    let raw = try rawKey(from: text, label: "PUBLIC KEY", prefix: publicPrefix)
    do { return try Curve25519.KeyAgreement.PublicKey(rawRepresentation: raw) } catch {
      throw SealingError(.invalidKey, "not a public key of X25519")
    }
  }

  /// A private key as PEM, ending in a line break.
  public static func pem(of key: Curve25519.KeyAgreement.PrivateKey) -> String {
    pem(privatePrefix + Array(key.rawRepresentation), label: "PRIVATE KEY")
  }

  /// A public key as PEM, ending in a line break.
  public static func pem(of key: Curve25519.KeyAgreement.PublicKey) -> String {
    pem(publicPrefix + Array(key.rawRepresentation), label: "PUBLIC KEY")
  }

  /// DER of a PKCS#8 key of version 0 and the algorithm 1.3.101.110, up to the 32 bytes of the key (RFC 8410 §7).
  private static let privatePrefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x6E, 0x04, 0x22, 0x04, 0x20,
  ]
  /// DER of a SubjectPublicKeyInfo of that algorithm, up to the 32 bytes of the key (RFC 8410 §4).
  private static let publicPrefix: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x6E, 0x03, 0x21, 0x00,
  ]

  private static func pem(_ der: [UInt8], label: String) -> String {
    // 48 bytes at most, which is one line of PEM.
    "-----BEGIN \(label)-----\n\(Data(der).base64EncodedString())\n-----END \(label)-----\n"
  }

  private static func rawKey(from text: String, label: String, prefix: [UInt8]) throws(SealingError) -> [UInt8] {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    let marks = label.filter { !$0.isWhitespace }
    if lines.first?.hasPrefix("-----") == true {
      guard lines.count >= 3, lines.first == "-----BEGIN\(marks)-----", lines.last == "-----END\(marks)-----",
        let der = Data(base64Encoded: lines.dropFirst().dropLast().joined())
      else { throw SealingError(.invalidKey, "expected PEM of the type \(label)") }
      guard der.count == prefix.count + 32, der.starts(with: prefix) else {
        throw SealingError(.invalidKey, "expected a key of X25519 (RFC 8410) in the PEM")
      }
      return Array(der.dropFirst(prefix.count))
    }
    guard let raw = Data(base64Encoded: lines.joined()), raw.count == 32 else {
      throw SealingError(.invalidKey, "expected PEM, or 32 bytes in Base64")
    }
    return Array(raw)
  }
}
