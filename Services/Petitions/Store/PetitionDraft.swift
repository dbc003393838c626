import Contracts
import FoundationEssentials

/// A valid complaint on its way into the books.
struct PetitionDraft: Sendable {
  let petition: Petition
  /// Keyed hash of what it says.
  let content: UUID
  /// What it says, for the vault.
  let canonical: [UInt8]
  let complaint: ComplaintSubmitted
  let eventId: String
}
