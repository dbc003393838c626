import Contracts
import FoundationEssentials
import Sealing

/// Seals what is secret of a complaint at the door, and makes the keyed hashes.
///
/// Two envelopes: the complaint for the vault alone, and the contact data for notifications alone, since the
/// complainant's words must not leave this service even as ciphertext that somebody else can open.
struct PetitionSealing: Sendable {
  private let vault: Sealer
  private let notifications: Sealer
  let hasher: SearchHasher

  init(vault: SealingRecipient, notifications: SealingRecipient, searchKey: [UInt8], rotateAfter: Duration) throws {
    self.vault = try Sealer(recipients: [vault], rotateAfter: rotateAfter)
    self.notifications = try Sealer(recipients: [notifications], rotateAfter: rotateAfter)
    hasher = try SearchHasher(key: searchKey)
  }

  /// What a complaint is sealed with for the vault.
  static func vaultContext(_ petition: UUID) -> [UInt8] { SealingContext.of("petition", petition.lowercased) }

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
    try vault.seal(identity, context: SealingContext.of("supervisor", number))
  }

  /// The vault's row of a petition just received.
  func row(_ draft: PetitionDraft, entry: Int64) throws -> VaultRow {
    let petition = draft.petition
    let reporter = draft.complaint.contactPerson
    var contact: [UInt8]?
    var verifier: [UInt8]?
    if case .channels = petition.reach {
      let code = QueryCode.code(from: hasher.hash(QueryCode.seed(of: petition.id)))
      verifier = hasher.hash(QueryCode.verifier(of: code, petition: petition.id))
      var object = JSONObject()
      object.set("name", reporter?.name)
      object.set("phone", reporter?.phone)
      object.set("email", reporter?.email)
      object.set("address", reporter?.address)
      object.set("queryCode", code)
      contact = try notifications.seal(
        JSON.object(object).bytes, context: PetitionSealing.contactContext(petition.id))
    }
    return VaultRow(
      entry: entry, complaint: try seal(draft.canonical, petition: petition.id), contact: contact,
      hotline: reporter?.sealed, queryCode: verifier,
      traits: draft.traits.isEmpty ? nil : Trait.packed(draft.traits))
  }
}
