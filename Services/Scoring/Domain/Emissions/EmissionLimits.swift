import Civics
import Contracts

/// 多排多限、少排少限、不排不限: the more a unit emits, the more of it is cut in a control period; who emits nothing is not
/// limited.
struct EmissionLimits: Sendable {
  struct Limit: Sendable, Equatable {
    /// The share that is cut.
    let cut: Ratio
    /// What is left, in whole grams a day, rounded down.
    let allowedGrams: Int64
    /// Whether the unit is exempt as one on the positive list.
    let isExempt: Bool
  }

  static let key = "scoring.emission-limits"

  let alert: AlertLevel
  let reference: Contracts.RuleReference
  private let bands: [(range: RatioInterval, cut: Ratio)]
  private let isListedExempt: Bool

  init(_ rules: RulesInForce, alert: AlertLevel) throws(ScoringError) {
    var bands: [(range: RatioInterval, cut: Ratio)] = []
    do throws(RuleLookupError) {
      for row in try rules.table(Self.key).rows where try row.text("alert") == alert.rawValue.uppercased() {
        bands.append((try row.interval("kilograms-a-day"), try row.number("cut")))
      }
      reference = try rules.contractReference(Self.key)
      isListedExempt = try rules.flag("scoring.emission-limits.listed-exempt")
    } catch {
      throw .rule(error)
    }
    if let fault = Self.fault(bands) { throw .ruleUnusable(key: Self.key, reason: fault) }
    self.alert = alert
    self.bands = bands
  }

  /// - Parameter grams: what it emits on an ordinary day, not negative.
  func limit(grams: Int64, isListed: Bool) throws(ScoringError) -> Limit {
    guard !(isListed && isListedExempt) else { return Limit(cut: .zero, allowedGrams: grams, isExempt: true) }
    guard let kilograms = try? Ratio(Int(grams), over: 1000),
      let band = bands.first(where: { $0.range.contains(kilograms) })
    else { throw .ruleUnusable(key: Self.key, reason: "no band holds \(grams) grams a day") }
    let left = Int128(band.cut.denominator) - Int128(band.cut.numerator)
    let allowed = Int128(grams) * left / Int128(band.cut.denominator)
    return Limit(cut: band.cut, allowedGrams: Int64(clamping: allowed), isExempt: false)
  }

  /// What is wrong with bands that do not begin with nothing emitted and nothing cut, leave a gap, or do not cut more of
  /// those who emit more.
  private static func fault(_ bands: [(range: RatioInterval, cut: Ratio)]) -> String? {
    guard let first = bands.first, let last = bands.last else { return "the alert has no bands" }
    guard first.range.lower == .zero, first.range.upper == .zero, first.cut == .zero else {
      return "who emits nothing is not limited"
    }
    guard last.range.upper == nil, last.cut <= .one else { return "the last band has no end, and cuts all at most" }
    for (band, next) in zip(bands, bands.dropFirst()) {
      guard band.range.upper == next.range.lower, band.range.includesUpper != next.range.includesLower else {
        return "the bands leave a gap or overlap at \(next.range)"
      }
      guard band.cut < next.cut else { return "who emits more is cut more" }
    }
    return nil
  }
}
