import Crypto
import FoundationEssentials

/// The private key of an endpoint as Standard Webhooks writes it: `whsk_` and Base64 of the 32 bytes of an ed25519 seed
/// (RFC 8032 §5.1.5). The receiver has the public half, `whpk_` and Base64 of its 32 bytes.
struct WebhookSigningKey: Sendable, CustomStringConvertible, CustomReflectable {
  static let prefix = "whsk_"
  static let publicPrefix = "whpk_"

  private let key: Curve25519.Signing.PrivateKey

  /// Makes a new one.
  init() {
    key = Curve25519.Signing.PrivateKey()
  }

  /// Reads one; nil for text that is none.
  init?(_ text: String) {
    guard text.hasPrefix(Self.prefix), let bytes = Data(base64Encoded: String(text.dropFirst(Self.prefix.count))),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else { return nil }
    self.key = key
  }

  /// For the vault; nobody is ever shown it.
  var text: String { Self.prefix + key.rawRepresentation.base64EncodedString() }

  /// What receivers verify with.
  var publicText: String { Self.publicPrefix + key.publicKey.rawRepresentation.base64EncodedString() }

  /// The signature of a message: ed25519 of `id.timestamp.body`.
  func signature(of content: [UInt8]) throws -> String {
    "v1a," + (try key.signature(for: content)).base64EncodedString()
  }

  var description: String { "whsk_****" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
