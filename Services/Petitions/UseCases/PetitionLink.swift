import Contracts
import FoundationEssentials

/// Two petitions that belong together.
struct PetitionLink: Sendable {
  /// The one received later.
  let later: UUID
  /// The one received before.
  let earlier: UUID
  let reasons: Set<RelationReason>
  var note: String? = nil

  /// In one order, whatever the set's.
  var sortedReasons: [RelationReason] { RelationReason.allCases.filter(reasons.contains) }
}
