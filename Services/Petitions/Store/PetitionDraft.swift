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

  init(
    petition: Petition, content: UUID, canonical: [UInt8], complaint: ComplaintSubmitted, eventId: String
  ) {
    self.petition = petition
    self.content = content
    self.canonical = canonical
    self.complaint = complaint
    self.eventId = eventId
  }
}
