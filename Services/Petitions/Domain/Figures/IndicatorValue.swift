import Civics

/// An indicator in one period: numerator and denominator, so that everybody can do the sum again.
struct IndicatorValue: Sendable, Equatable {
  let numerator: Int64
  /// Nil for a plain count.
  let denominator: Int64?

  init(_ indicator: Indicator, of counts: FigureCounts) {
    numerator = indicator.numerator.reduce(0) { $0 &+ counts[$1] }
    denominator = indicator.denominator.map { $0.reduce(0) { $0 &+ counts[$1] } }
  }

  /// The rate; nil for a plain count, and where there is nothing to be a share of.
  var rate: Ratio? {
    guard let denominator, denominator > 0 else { return nil }
    return try? Ratio(Int(numerator), over: Int(denominator))
  }

  /// The rate in hundredths of a percent, rounded half up.
  var basisPoints: Int? {
    rate.map { ratio in
      let scaled = Int128(ratio.numerator) * 20_000 + Int128(ratio.denominator)
      return Int(truncatingIfNeeded: scaled / (2 * Int128(ratio.denominator)))
    }
  }

  /// The rate as people write it, `98.76`; nil where there is none.
  var percent: String? {
    basisPoints.map { points in
      let rest = points % 100
      return "\(points / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
  }
}

extension Indicator {
  /// Whether it went as the city wants; nil where that cannot be said, as with nothing to compare.
  func isAsWanted(_ now: IndicatorValue, before: IndicatorValue) -> Bool? {
    switch direction {
    case .keep: now.rate.flatMap { rate in target.map { rate >= $0 } }
    case .rise: compare(now, before) { $0 > $1 }
    case .fall: compare(now, before) { $0 < $1 }
    }
  }

  private func compare(_ now: IndicatorValue, _ before: IndicatorValue, _ holds: (Ratio, Ratio) -> Bool) -> Bool? {
    guard denominator != nil else { return holds(Ratio(Int(now.numerator)), Ratio(Int(before.numerator))) }
    guard let new = now.rate, let old = before.rate else { return nil }
    return holds(new, old)
  }
}
