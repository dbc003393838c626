import Civics
import Contracts

/// Whether a penalty was decided as it was assessed.
enum PenaltyComparison {
  /// - Parameter assessment: the last one of the case; nil when nobody assessed it.
  /// - Returns: nil where nothing differs.
  static func deviation(of penalty: PenaltyDecided, from assessment: LeniencyRecord?) -> LeniencyDeviation? {
    let isReduced = penalty.fineFen.map { $0 < penalty.discretionFen ?? $0 } ?? false
    let isWaived = penalty.decision == .noPenalty
    guard let assessment else { return isReduced || isWaived || !penalty.leniency.isEmpty ? .notAssessed : nil }
    switch assessment.verdict {
    case .noPenaltyRequired: return isWaived ? nil : .penaltyBarred
    case .noPenaltyAllowed where isWaived: return nil
    case .reductionForbidden, .noGround:
      let isBelow = penalty.fineFen.map { $0 < assessment.discretion.fen } ?? false
      return isWaived || isBelow ? .forbidden : above(penalty, assessment)
    default: break
    }
    if isWaived { return .forbidden }
    if let fine = penalty.fineFen, fine < assessment.lowest.fen { return .belowAllowed }
    return above(penalty, assessment)
  }

  private static func above(_ penalty: PenaltyDecided, _ assessment: LeniencyRecord) -> LeniencyDeviation? {
    guard let fine = penalty.fineFen, fine > assessment.highest.fen else { return nil }
    return .aboveAllowed
  }
}
