import Civics
import Contracts
import FoundationEssentials

/// The scale in force at one instant: where scores start, how far they go, and where the colours end.
struct Scale: Sendable {
  struct Band: Sendable {
    let colour: Colour
    let name: String
    let range: RatioInterval

    /// The scores in it, in hundredths, out of those of a scale; nil for none.
    func hundredths(within scale: ClosedRange<Int>) -> ClosedRange<Int>? {
      func lowest(_ passes: (Points) -> Bool) -> Int {
        var (low, high) = (scale.lowerBound, scale.upperBound + 1)
        while low < high {
          let middle = low + (high - low) / 2
          if passes(Points(hundredths: middle)) { high = middle } else { low = middle + 1 }
        }
        return low
      }
      let first = lowest { points in
        guard let lower = range.lower, let number = try? points.ratio else { return true }
        return number > lower || (number == lower && range.includesLower)
      }
      let end = lowest { points in
        guard let upper = range.upper, let number = try? points.ratio else { return false }
        return number > upper || (number == upper && !range.includesUpper)
      }
      return first < end ? first...(end - 1) : nil
    }
  }

  /// The keys in the rule packs.
  enum Key {
    static let base = "scoring.base"
    static let range = "scoring.range"
    static let colours = "scoring.colours"
    static let measures = "scoring.measures"
  }

  let base: Points
  let lowest: Points
  let highest: Points
  let bands: [Band]
  /// The rule that bounds the colours.
  let reference: Contracts.RuleReference
  /// Whether a firm of this colour is recommended for, not entered into, the positive list (正面清单).
  private let recommended: Set<Colour>

  init(_ rules: RulesInForce) throws(ScoringError) {
    let range: RatioInterval
    let start: Ratio
    do throws(RuleLookupError) {
      range = try rules.interval(Key.range)
      start = try rules.number(Key.base)
      var bands: [Band] = []
      for row in try rules.table(Key.colours).rows {
        guard let colour = Colour(rawValue: try row.text("colour").lowercased()) else { continue }
        bands.append(Band(colour: colour, name: try row.text("name"), range: try row.interval("range")))
      }
      self.bands = bands
      reference = try rules.contractReference(Key.colours)
      var recommended: Set<Colour> = []
      if rules.has(Key.measures) {
        for row in try rules.table(Key.measures).rows where try row.text("code") == "RECOMMEND_POSITIVE_LIST" {
          if let colour = Colour(rawValue: try row.text("colour").lowercased()) { recommended.insert(colour) }
        }
      }
      self.recommended = recommended
    } catch {
      throw .rule(error)
    }
    guard let lower = range.lower.flatMap(Points.init), let upper = range.upper.flatMap(Points.init),
      range.includesLower, range.includesUpper
    else { throw .ruleUnusable(key: Key.range, reason: "the scale must have both its ends, to the hundredth") }
    guard let base = Points(start), base >= lower, base <= upper else {
      throw .ruleUnusable(key: Key.base, reason: "the start must lie on the scale, to the hundredth")
    }
    self.base = base
    lowest = lower
    highest = upper
  }

  /// A sum kept inside the scale.
  func clamp(_ total: Points) -> Points { min(max(total, lowest), highest) }

  /// The colour of a score; the ends of the bands are exactly the rule pack's.
  func colour(of score: Points) throws(ScoringError) -> Colour {
    guard let number = try? score.ratio, let band = bands.first(where: { $0.range.contains(number) }) else {
      throw .ruleUnusable(key: Key.colours, reason: "no colour has the score \(score)")
    }
    return band.colour
  }

  /// Whether every sum has the same score and colour by both.
  func isSame(as other: Scale) -> Bool {
    base == other.base && lowest == other.lowest && highest == other.highest
      && bands.map(\.colour) == other.bands.map(\.colour) && bands.map(\.range) == other.bands.map(\.range)
  }

  func recommendsPositiveList(_ colour: Colour) -> Bool { recommended.contains(colour) }
}
