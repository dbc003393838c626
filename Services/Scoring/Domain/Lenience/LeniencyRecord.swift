import Civics
import Contracts
import FoundationEssentials

/// An assessment of leniency as it was kept, with the decision that was made within it.
struct LeniencyRecord: Sendable {
  struct Decision: Sendable {
    let decision: PenaltyDecisionKind
    let fine: Money?
    let document: JSON
  }

  let id: UUID
  /// The order of assessing; pages of lists go by it, and the last of a case holds.
  let entry: Int64
  let subject: String
  let region: String
  let penaltyNumber: String
  let verdict: LeniencyVerdict
  let law: LeniencyLaw
  let discretion: Money
  let lowest: Money
  let highest: Money
  let request: LeniencyRequest
  /// Everything, as callers see it.
  let document: JSON
  let assessedBy: String
  let assessedAt: Date
  let decision: Decision?

  /// Whether another look at the case comes to the same.
  func agrees(with result: LeniencyResult) -> Bool {
    verdict == result.verdict && lowest == result.lowest && highest == result.highest && law == result.law
  }
}
