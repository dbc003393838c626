import Contracts
import FoundationEssentials

/// A compensation case as far as it counts for its county.
struct CountyCase: Sendable, Equatable {
  let caseId: UUID
  let caseNumber: String
  /// The county of the damage.
  let county: String
  /// Where the clue came from; nil while only later events have come in.
  var clueSource: ClueSource?
  var clueAt: Date?
  var closedAt: Date?
  var outcome: CompensationOutcome?
}
