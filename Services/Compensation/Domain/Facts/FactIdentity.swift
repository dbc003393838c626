import Contracts
import FoundationEssentials

/// What names a fact that an enforcement system told: the sender's own number, unique within the source.
struct FactIdentity: Hashable, Sendable {
  let source: String
  let factId: String

  /// The id of the record that is kept of it, whatever it tells.
  var recordId: UUID {
    EventIdentity.uuidV5(namespace: EventIdentity.causeNamespace, parts: "penalty-record", source, factId)
  }

  /// The id of the clue that an inspection is.
  var inspectionClue: UUID { Clue.id("inspection", source, factId) }
}
