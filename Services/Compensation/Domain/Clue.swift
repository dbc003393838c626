import Contracts
import FoundationEssentials

/// A sign of damage, before it is a case.
struct Clue: Sendable {
  /// The id of the case that it opens: the same clue, told however often, is one case.
  let id: UUID
  var source: ClueSource
  var region: String
  var subjectKey: String?
  /// When the bureau had it; the check's period runs from here.
  var at: Date
  var factCodes: [String]
  var petitionId: UUID?
  var findingId: UUID?
  var penalty: PenaltyCase?

  /// The id of what this names, in the sender's own words.
  static func id(_ parts: String...) -> UUID {
    let name = parts.map { "\($0.utf8.count):\($0)," }.joined()
    return EventIdentity.uuidV5(namespace: EventIdentity.causeNamespace, parts: "compensation", name)
  }
}
