import Civics

/// What fines the grounds leave, with how they come about: from the lowest to the highest.
struct FineRange: Sendable, Equatable {
  /// What the discretion table gave.
  let discretion: Money
  let reductions: [Reduction]
  /// The most that all grounds together take off.
  let largestReduction: Money
  /// The least that must stay.
  let floor: Money
  let lowest: Money
  let highest: Money

  /// - Parameters:
  ///   - maximum: the largest share that all grounds together take off.
  ///   - floor: the statutory minimum, or zero where a penalty may go below it.
  init(
    discretion: Money, reductions: [Reduction], maximum: Ratio, floor: Money
  ) throws(AmountError) {
    self.discretion = discretion
    self.reductions = reductions
    self.floor = floor
    largestReduction = try discretion * maximum
    var least = Money.zero
    var most = Money.zero
    for reduction in reductions {
      least = try least + reduction.least
      most = try most + reduction.most
    }
    lowest = max(floor, try discretion - min(most, largestReduction))
    highest = max(floor, try discretion - min(least, largestReduction))
  }
}
