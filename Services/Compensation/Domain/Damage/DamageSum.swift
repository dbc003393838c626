import Contracts

/// An amount of damage with everything that explains it.
struct DamageSum: Sendable {
  /// One line for each head that has an amount, in the order of the law.
  let heads: [LossLine]
  let amountFen: Int64
  /// The steps as sentences.
  let derivation: [String]
  let rules: [Contracts.RuleReference]
}
