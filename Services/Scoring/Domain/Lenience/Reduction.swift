import Civics

/// What one ground takes off a fine, from the least to the most.
struct Reduction: Sendable, Equatable {
  let ground: String
  let rate: RateRange
  let least: Money
  let most: Money
  /// Whether a cap cut it.
  let isCapped: Bool

  /// - Parameter cap: the most it may take off.
  init(ground: String, rate: RateRange, of fine: Money, cap: Money?) throws(AmountError) {
    let least = try fine * rate.least
    let most = try fine * rate.most
    self.ground = ground
    self.rate = rate
    self.least = min(least, cap ?? least)
    self.most = min(most, cap ?? most)
    isCapped = cap.map { $0 < most } ?? false
  }
}
