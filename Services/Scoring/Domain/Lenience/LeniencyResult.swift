import Civics
import Contracts

/// What one law leaves in a penalty case.
struct LeniencyResult: Sendable, Equatable {
  let law: LeniencyLaw
  let verdict: LeniencyVerdict
  let range: FineRange
  let statutoryMinimum: Money?
  /// The lowest fine allowed: nothing where the penalty may be waived.
  let lowest: Money
  let highest: Money
  let grounds: [GroundFinding]
  /// The pledge that an apology rests on; nil where it does not apply.
  let pledge: Pledge?
  /// The rule behind the result.
  let reference: Contracts.RuleReference

  /// Whether it is milder than another: the fine can become lower, or at least need not be as high.
  func isMilder(than other: LeniencyResult) -> Bool {
    lowest == other.lowest ? highest < other.highest : lowest < other.lowest
  }
}
