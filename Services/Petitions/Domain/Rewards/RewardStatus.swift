/// Where a reward stands.
enum RewardStatus: String, Sendable, CaseIterable {
  case granted
  case refused
  /// Claimed in time and paid out.
  case claimed
  /// Not claimed in time.
  case lapsed
}
