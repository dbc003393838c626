/// Why something cannot be done with a reward.
enum RewardError: Error, Sendable, Equatable {
  /// It is refused, claimed or lapsed.
  case notOpen(RewardStatus)
  /// The period to claim it has run out.
  case tooLate
  /// The petition has its reward.
  case alreadyGranted
}
