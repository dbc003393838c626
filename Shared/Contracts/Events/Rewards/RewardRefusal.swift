/// Why a report earns no reward.
public enum RewardRefusal: String, Sendable, CaseIterable {
  /// Nothing that the table rewards was verified (未查实).
  case notVerified = "not-verified"
  /// The report was anonymous (非实名).
  case notRealName = "not-real-name"
  /// No clear target or facts (对象、事实不明确).
  case targetUnclear = "target-unclear"
  /// The authority knew before (已掌握).
  case knownBefore = "known-before"
  /// Somebody else reported it first (非首位举报人).
  case notFirst = "not-first"
}
