import Contracts
import FoundationEssentials

/// What was told about a penalty case: it belongs to every compensation case that runs beside it, whichever was first.
struct PenaltyRecord: Sendable, Equatable {
  static let filed = "penalty.filed"
  static let noticePlanned = "penalty.notice-planned"
  static let decided = "penalty.decided"

  let id: UUID
  let penalty: PenaltyCase
  /// Such as ``decided``.
  let kind: String
  /// Whom the penalty case is about.
  let subjectKey: String
  let at: Date
  /// The event's data: numbers, codes and amounts.
  let detail: JSON
  /// Whether it was told later that this does not stand: then it counts for nothing.
  var isCorrected = false

  /// Whether a decision took less than the discretion table gave.
  var isReduced: Bool {
    guard let fine = detail["fineFen"]?.integer, let table = detail["discretionFen"]?.integer else { return false }
    return fine < table
  }
}
