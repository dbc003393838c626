import Contracts
import FoundationEssentials
import Sealing

/// Keeps the contact data of the addressee book sealed.
struct ContactVault: Sendable {
  private let sealer: Sealer
  private let opener: Opener

  /// - Parameter key: the service's own newest key.
  init(key: SealingPrivateKey, opener: Opener) throws(SealingError) {
    sealer = try Sealer(recipients: [try key.recipient()])
    self.opener = opener
  }

  func seal(_ contacts: AddresseeContacts, of key: String) throws(SealingError) -> [UInt8] {
    try sealer.seal(contacts.json.bytes, context: Self.context(key))
  }

  /// - Throws: `notForUs` when the key they were sealed with is not among the service's keys any more.
  func open(_ sealed: [UInt8], of key: String) throws -> AddresseeContacts {
    let bytes = try opener.open(sealed, context: Self.context(key))
    return try AddresseeContacts(fields: JSONFields(try JSON(parsing: bytes), path: "contacts"))
  }

  /// What the contact data of an addressee are sealed with.
  static func context(_ key: String) -> [UInt8] { SealingContext.of("addressee", key) }
}
