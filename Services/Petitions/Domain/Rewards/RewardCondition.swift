import Contracts

/// What a rule pack may ask of a report before it is rewarded (`petition.reward.conditions`).
enum RewardCondition: String, Sendable, CaseIterable {
  case verified = "VERIFIED"
  case realName = "REAL_NAME"
  case targetClear = "TARGET_CLEAR"
  case notKnownBefore = "NOT_KNOWN_BEFORE"
  case firstReporter = "FIRST_REPORTER"

  /// The reason for a refusal when it does not hold.
  var refusal: RewardRefusal {
    switch self {
    case .verified: .notVerified
    case .realName: .notRealName
    case .targetClear: .targetUnclear
    case .notKnownBefore: .knownBefore
    case .firstReporter: .notFirst
    }
  }
}
