import Civics

/// How much lighter a penalty may become: from the least to the most, as shares of the fine.
struct RateRange: Sendable, Equatable {
  let least: Ratio
  let most: Ratio

  /// - Throws: ``LenienceError/ruleUnusable(key:reason:)`` for a range without both its ends, or beyond 0 to 1.
  init(_ interval: RatioInterval, key: String) throws(LenienceError) {
    guard let lower = interval.lower, let upper = interval.upper, interval.includesLower, interval.includesUpper,
      lower >= .zero, upper <= .one
    else { throw .ruleUnusable(key: key, reason: "a rate lies from 0 to 1, with both its ends") }
    least = lower
    most = upper
  }

  /// The range of a rule; nil where the packs have no such rule.
  static func read(_ key: String, _ rules: RulesInForce) throws(LenienceError) -> RateRange? {
    guard rules.has(key) else { return nil }
    let interval: RatioInterval
    do throws(RuleLookupError) {
      interval = try rules.interval(key)
    } catch {
      throw .rule(error)
    }
    return try RateRange(interval, key: key)
  }
}
