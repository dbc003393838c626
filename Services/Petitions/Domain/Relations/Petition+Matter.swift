import Contracts
import FoundationEssentials

extension Petition {
  /// How it stands among the petitions on its matter.
  var matter: Matter {
    get { file.matter ?? Matter() }
    set { file.matter = newValue }
  }

  /// Whether it still waits for its answer, by itself and not with another.
  var isOpen: Bool {
    file.concluded == nil && file.refused == nil && file.archived == nil && matter.mergedInto == nil
  }

  /// Lets the hotline of a complaint that joined the case follow it.
  mutating func follow(source: String, externalId: String) {
    let complaint = ComplaintReference(source: source, externalId: externalId)
    guard complaint != ComplaintReference(source: self.source, externalId: self.externalId),
      !matter.following.contains(complaint), matter.following.count < Matter.mostFollowing
    else { return }
    matter.following.append(complaint)
  }

  /// Tells of a relation from this petition's side.
  /// - Parameter others: how many more petitions came to it at the same moment.
  func related(
    _ relation: PetitionRelation, to other: Petition, reasons: [RelationReason], automatic: Bool, others: Int? = nil,
    at now: Date
  ) -> PetitionRelated {
    PetitionRelated(
      petitionId: id, petitionNumber: number, region: region, at: now, relation: relation, otherId: other.id,
      otherNumber: other.number, reasons: reasons, automatic: automatic ? true : nil, repeats: repeats,
      others: others)
  }
}
