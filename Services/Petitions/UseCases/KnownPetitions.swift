import Contracts
import FoundationEssentials

/// Petitions that are there, for telling a repeat from what is new.
struct KnownPetitions: Sendable {
  private var petitions: [UUID: Petition] = [:]
  private var byEvent: [UUID: UUID] = [:]
  private var contents: [UUID: Set<UUID>]

  /// - Parameter contents: keyed hashes of what supplements said, by petition.
  init(contents: [UUID: Set<UUID>] = [:]) { self.contents = contents }

  /// - Parameter content: the keyed hash of what its first complaint said.
  mutating func add(_ petition: Petition, content: UUID) {
    petitions[petition.id] = petition
    byEvent[petition.correlation] = petition.id
    contents[petition.id, default: []].insert(content)
  }

  /// What becomes of a draft: new, said before, or more on a petition that there is. It is known from then on.
  mutating func take(_ draft: PetitionDraft) -> (ReceiptStatus, Petition) {
    let named = petitions[draft.joins ?? draft.petition.id]
    guard let petition = named ?? byEvent[draft.petition.correlation].flatMap({ petitions[$0] }) else {
      add(draft.petition, content: draft.content)
      return (.registered, draft.petition)
    }
    return (contents[petition.id, default: []].insert(draft.content).inserted ? .supplement : .duplicate, petition)
  }
}
