import Contracts
import FoundationEssentials
import Sealing

/// Keeps the keys of endpoints sealed: who reads the database cannot sign in our name.
struct SecretVault: Sendable {
  private let sealer: Sealer
  private let opener: Opener

  /// - Parameter key: the service's own newest key.
  init(key: SealingPrivateKey, opener: Opener) throws(SealingError) {
    sealer = try Sealer(recipients: [try key.recipient()])
    self.opener = opener
  }

  func seal(_ key: WebhookKey, of endpoint: UUID) throws(SealingError) -> [UInt8] {
    try sealer.seal(Array(key.text.utf8), context: SecretVault.context(endpoint))
  }

  /// - Throws: `notForUs` when the key it was sealed with is not among the service's keys any more.
  func open(_ sealed: [UInt8], of endpoint: UUID) throws(SealingError) -> WebhookKey {
    let text = try opener.open(sealed, context: SecretVault.context(endpoint))
    guard let key = WebhookKey(String(decoding: text, as: UTF8.self)) else { throw SealingError(.malformed) }
    return key
  }

  /// What the key of an endpoint is sealed with.
  static func context(_ endpoint: UUID) -> [UInt8] { SealingContext.of("webhook-secret", endpoint.lowercased) }
}
