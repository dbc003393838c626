/// A key that signs deliveries, of either scheme.
enum WebhookKey: Sendable {
  case secret(WebhookSecret)
  case signing(WebhookSigningKey)

  /// Makes a new one.
  init(_ scheme: SignatureScheme) {
    switch scheme {
    case .v1: self = .secret(WebhookSecret())
    case .v1a: self = .signing(WebhookSigningKey())
    }
  }

  /// Reads one; nil for text that is none.
  init?(_ text: String) {
    if let secret = WebhookSecret(text) {
      self = .secret(secret)
    } else if let key = WebhookSigningKey(text) {
      self = .signing(key)
    } else {
      return nil
    }
  }

  var scheme: SignatureScheme {
    switch self {
    case .secret: .v1
    case .signing: .v1a
    }
  }

  /// For the vault.
  var text: String {
    switch self {
    case .secret(let secret): secret.text
    case .signing(let key): key.text
    }
  }

  /// What the agency is given: the secret, this once, or the public key, which anybody may see.
  var receiverText: String {
    switch self {
    case .secret(let secret): secret.text
    case .signing(let key): key.publicText
    }
  }

  /// One entry of the header `webhook-signature`.
  /// - Parameter content: `id.timestamp.body`.
  func signature(of content: [UInt8]) throws -> String {
    switch self {
    case .secret(let secret): secret.signature(of: content)
    case .signing(let key): try key.signature(of: content)
    }
  }
}
