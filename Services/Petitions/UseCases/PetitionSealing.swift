import Contracts
import FoundationEssentials
import Sealing
import ServiceKit

/// Seals what is secret of a complaint at the door, and makes the keyed hashes.
///
/// Two envelopes: the complaint for the vault alone, and the contact data for notifications alone, since the
/// complainant's words must not leave this service even as ciphertext that somebody else can open.
struct PetitionSealing: Sendable {
  private let vault: Sealer
  private let notifications: Sealer
  let hasher: SearchHasher
  private let recipients: (vault: SealingRecipient, notifications: SealingRecipient)

  init(vault: SealingRecipient, notifications: SealingRecipient, searchKey: [UInt8], rotateAfter: Duration) throws {
    self.vault = try Sealer(recipients: [vault], rotateAfter: rotateAfter)
    self.notifications = try Sealer(recipients: [notifications], rotateAfter: rotateAfter)
    hasher = try SearchHasher(key: searchKey)
    recipients = (vault, notifications)
  }

  /// Everything sealed that this service keeps.
  var columns: [any SealedColumn] {
    [
      ComplaintColumn(recipient: recipients.vault), HotlineIdentityColumn(recipient: recipients.vault),
      SupplementColumn(recipient: recipients.vault), SupervisorIdentityColumn(recipient: recipients.vault),
      ContactColumn(recipient: recipients.notifications, sealing: self),
    ]
  }

  /// What a complaint is sealed with for the vault.
  static func vaultContext(_ petition: UUID) -> [UInt8] { SealingContext.of("petition", petition.lowercased) }

  /// What the identity of a registered supervisor is sealed with.
  static func supervisorContext(_ number: String) -> [UInt8] { SealingContext.of("supervisor", number) }

  /// What contact data are sealed with for notifications.
  static func contactContext(_ petition: UUID) -> [UInt8] {
    SealingContext.of("petitioner-message", petition.lowercased)
  }

  /// A keyed hash of what a complaint says. Keyed, since whoever knew the words could else try out telephone numbers.
  func contentHash(_ canonical: [UInt8]) -> UUID {
    let hash = hasher.hash(String(decoding: canonical, as: UTF8.self))
    return hash.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }

  /// By what a complaint is found among others. Keyed, as contact data are.
  func traits(_ traits: ComplaintTraits) -> [Trait] {
    traits.seeds.map { Trait($0.kind, hash: hasher.hash($0.text)) }
  }

  func seal(_ canonical: [UInt8], petition: UUID) throws -> [UInt8] {
    try vault.seal(canonical, context: PetitionSealing.vaultContext(petition))
  }

  /// Seals who a registered supervisor is, for the vault.
  func seal(_ identity: [UInt8], supervisor number: String) throws -> [UInt8] {
    try vault.seal(identity, context: PetitionSealing.supervisorContext(number))
  }

  /// The vault's row of a petition just received.
  func row(_ draft: PetitionDraft, entry: Int64) throws -> VaultRow {
    let petition = draft.petition
    let reporter = draft.complaint.contactPerson
    var contact: [UInt8]?
    var verifier: [UInt8]?
    if case .channels = petition.reach {
      verifier = hasher.hash(QueryCode.verifier(of: code(of: petition.id), petition: petition.id))
      contact = try notifications.seal(
        card(
          of: petition.id, name: reporter?.name, phone: reporter?.phone, email: reporter?.email,
          address: reporter?.address),
        context: PetitionSealing.contactContext(petition.id))
    }
    return VaultRow(
      entry: entry, complaint: try seal(draft.canonical, petition: petition.id), contact: contact,
      hotline: reporter?.sealed, queryCode: verifier,
      traits: draft.traits.isEmpty ? nil : Trait.packed(draft.traits))
  }

  /// The contact data of a complaint that was opened, as they were sealed when it came in.
  func contact(of complaint: JSON, petition: UUID) -> [UInt8] {
    let visitors = complaint["visit"]?["representatives"]?.array
    let person = complaint["reporter"] ?? visitors?.first
    return card(
      of: petition, name: person?["name"]?.string, phone: person?["phone"]?.string, email: person?["email"]?.string,
      address: person?["address"]?.string)
  }

  private func card(of petition: UUID, name: String?, phone: String?, email: String?, address: String?) -> [UInt8] {
    var object = JSONObject()
    object.set("name", name)
    object.set("phone", phone)
    object.set("email", email)
    object.set("address", address)
    object.set("queryCode", code(of: petition))
    return JSON.object(object).bytes
  }

  private func code(of petition: UUID) -> String {
    QueryCode.code(from: hasher.hash(QueryCode.seed(of: petition)))
  }
}
