import Contracts
import FoundationEssentials

/// A violation that a penalty was decided for.
struct Violation: Sendable, Equatable {
  let recordId: UUID
  let penaltyNumber: String
  let decidedAt: Date
  /// When the act happened or ended; when it was decided, where nobody told.
  let actAt: Date

  /// - Returns: nil for a record of another kind, and for a case that ended without a penalty.
  init?(_ record: CaseRecord) {
    guard record.kind == .penaltyDecided, let decided = record.read(PenaltyDecided.self),
      decided.decision != .noPenalty
    else { return nil }
    recordId = record.id
    penaltyNumber = decided.penaltyNumber
    decidedAt = decided.decidedAt
    actAt = decided.factAt ?? decided.decidedAt
  }
}
