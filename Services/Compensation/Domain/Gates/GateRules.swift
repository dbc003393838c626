import Contracts

/// Which gates the rules of a place know.
struct GateRules: Sendable, Equatable {
  /// the clue is checked before the penalty case passes its review.
  var reviewWaits = true
  /// the obligor is consulted before the prior notice goes out.
  var noticeWaits = true
  /// the duty is performed before a penalty is reduced.
  var reductionWaits = true

  /// Whether a penalty case waits at this gate at all.
  func waits(at gate: PenaltyGate) -> Bool {
    switch gate {
    case .review: reviewWaits
    case .priorNotice: noticeWaits
    case .reduction: reductionWaits
    }
  }
}
