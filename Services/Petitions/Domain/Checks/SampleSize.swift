import Civics
import Contracts

/// How many cases of a month are checked on the spot: a share of them, at least and at most so many.
struct SampleSize: Sendable, Equatable {
  /// What an event can name.
  static let most = 1024

  let share: Ratio
  let smallest: Int
  let largest: Int
  let rule: Contracts.RuleReference

  init(_ rules: PetitionRules) throws(RuleLookupError) {
    share = try rules.rules.number("petition.monthly-check.sample")
    smallest = try rules.rules.integer("petition.monthly-check.smallest-sample")
    largest = try rules.rules.integer("petition.monthly-check.largest-sample")
    rule = try rules.reference("petition.monthly-check.sample")
  }

  init(share: Ratio, smallest: Int, largest: Int, rule: Contracts.RuleReference) {
    self.share = share
    self.smallest = smallest
    self.largest = largest
    self.rule = rule
  }

  /// The share of the pool, rounded up.
  func count(of pool: Int) -> Int {
    let exact = Int128(pool) * Int128(share.numerator)
    let rounded = (exact + Int128(share.denominator) - 1) / Int128(share.denominator)
    let wanted = min(max(Int(clamping: rounded), smallest), largest, Self.most)
    return max(0, min(pool, wanted))
  }
}
