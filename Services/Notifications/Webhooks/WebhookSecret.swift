import Crypto
import FoundationEssentials

/// The symmetric key of an endpoint as Standard Webhooks writes it: `whsec_` and Base64 of 24 to 64 bytes.
struct WebhookSecret: Sendable, CustomStringConvertible, CustomReflectable {
  static let prefix = "whsec_"

  private let key: SymmetricKey

  /// Makes a new secret of 32 random bytes.
  init() {
    key = SymmetricKey(size: .bits256)
  }

  /// Reads one; nil for text that is none.
  init?(_ text: String) {
    guard text.hasPrefix(WebhookSecret.prefix),
      let bytes = Data(base64Encoded: String(text.dropFirst(WebhookSecret.prefix.count))), 24...64 ~= bytes.count
    else { return nil }
    key = SymmetricKey(data: bytes)
  }

  /// The text that the agency is given, once.
  var text: String { WebhookSecret.prefix + key.withUnsafeBytes { Data($0) }.base64EncodedString() }

  /// The signature of a message (Standard Webhooks 1.0.0): HMAC-SHA256 of `id.timestamp.body`.
  func signature(of content: [UInt8]) -> String {
    "v1," + Data(HMAC<SHA256>.authenticationCode(for: content, using: key)).base64EncodedString()
  }

  var description: String { "whsec_****" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
