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

  /// The header `webhook-signature` of a message (Standard Webhooks 1.0.0): HMAC-SHA256 of `id.timestamp.body`.
  func signature(id: String, timestamp: Int64, body: [UInt8]) -> String {
    var code = HMAC<SHA256>(key: key)
    code.update(data: Array("\(id).\(timestamp).".utf8))
    code.update(data: body)
    return "v1," + Data(code.finalize()).base64EncodedString()
  }

  var description: String { "whsec_****" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
