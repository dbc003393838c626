/// How a penalty decided differs from what was assessed.
public enum LeniencyDeviation: String, Sendable, CaseIterable {
  /// The fine is lower than the lowest that was allowed.
  case belowAllowed = "below-allowed"
  /// The fine is higher than the highest that was assessed.
  case aboveAllowed = "above-allowed"
  /// Leniency was used, and nobody assessed it.
  case notAssessed = "not-assessed"
  /// Leniency was used where it is forbidden.
  case forbidden
  /// A penalty was imposed where the law forbids one.
  case penaltyBarred = "penalty-barred"
}
