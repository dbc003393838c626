import Contracts
import FoundationEssentials

/// A valid complaint on its way into the books. A class, since a batch of them is sorted and handed on.
final class PetitionDraft: Sendable {
  let petition: Petition
  /// Keyed hash of what it says.
  let content: UUID
  /// What it says, for the vault.
  let canonical: [UInt8]
  let complaint: ComplaintSubmitted
  let eventId: String
  /// By what it is found among others.
  let traits: [Trait]
  /// The petition that it names as the one it adds to.
  let joins: UUID?
  /// What the sender should know though it is taken in.
  let notices: [ReceiptNotice]

  init(
    petition: Petition, content: UUID, canonical: [UInt8], complaint: ComplaintSubmitted, eventId: String,
    traits: [Trait], joins: UUID?, notices: [ReceiptNotice]
  ) {
    self.petition = petition
    self.content = content
    self.canonical = canonical
    self.complaint = complaint
    self.eventId = eventId
    self.traits = traits
    self.joins = joins
    self.notices = notices
  }
}
