import Crypto
import Sealing
import ServiceKit

extension PetitionSealing {
  /// The keys as configured; all three are needed, since nothing may come in that cannot be sealed.
  init(_ configuration: SealingConfiguration) throws {
    var missing: [ConfigurationProblem] = []
    func need(_ isThere: Bool, _ key: String) {
      if !isThere {
        missing.append(ConfigurationProblem(key: key, message: "is required: complaints are sealed with it"))
      }
    }
    need(configuration.vault != nil, "SEALING_VAULT_PUBLIC_KEY")
    need(configuration.notifications != nil, "SEALING_NOTIFICATIONS_PUBLIC_KEY")
    need(configuration.searchKey != nil, "SEALING_SEARCH_KEY")
    guard let vault = configuration.vault, let notifications = configuration.notifications,
      let searchKey = configuration.searchKey
    else { throw ConfigurationError(problems: missing) }
    try self.init(
      vault: try Self.recipient(vault), notifications: try Self.recipient(notifications), searchKey: searchKey,
      rotateAfter: configuration.rotation)
  }

  private static func recipient(_ key: SealingKey) throws -> SealingRecipient {
    try SealingRecipient(id: key.id, publicKey: Curve25519.KeyAgreement.PublicKey(rawRepresentation: key.bytes))
  }
}
