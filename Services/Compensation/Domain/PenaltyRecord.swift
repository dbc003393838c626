import Contracts
import FoundationEssentials

/// What was told about a penalty case: it belongs to every compensation case that runs beside it, whichever was first.
struct PenaltyRecord: Sendable {
  let id: UUID
  let penalty: PenaltyCase
  /// Such as `penalty.decided`.
  let kind: String
  let at: Date
  /// The event's data: numbers, codes and amounts.
  let detail: JSON
}
