import Civics
import Contracts
import FoundationEssentials

/// How many units of each class are drawn, and how much each colour weighs, at one instant.
struct DrawRules: Sendable {
  struct Quota: Sendable, Equatable {
    /// Of the units of the class, in a quarter.
    let share: Ratio?
    /// Units for each inspector, in a quarter.
    let perInspector: Ratio?
    /// Whether every unit is drawn once a year.
    let isWholeYear: Bool
  }

  enum Key {
    static let quotas = "scoring.inspection.quotas"
    static let weights = "scoring.inspection.weights"
  }

  /// A pool holds so many lines for a unit at most.
  static let largestWeight = 100

  let inspectorsEach: Int
  let reference: Contracts.RuleReference
  private let quotas: [InspectionClass: Quota]
  private let weights: [String: Int]

  init(_ rules: RulesInForce, level: InspectionLevel) throws(ScoringError) {
    do throws(RuleLookupError) {
      inspectorsEach = max(1, try rules.integer("scoring.inspection.inspectors-each"))
      reference = try rules.contractReference(Key.quotas)
      var quotas: [InspectionClass: Quota] = [:]
      for row in try rules.table(Key.quotas).rows where try row.text("level") == level.rawValue.uppercased() {
        guard let inspectionClass = InspectionClass(rawValue: try row.text("class").lowercased()) else { continue }
        quotas[inspectionClass] = Quota(
          share: row.has("share") ? try row.number("share") : nil,
          perInspector: row.has("per-inspector") ? try row.number("per-inspector") : nil,
          isWholeYear: row.has("whole-year") ? try row.flag("whole-year") : false)
      }
      self.quotas = quotas
      var weights: [String: Int] = [:]
      for row in try rules.table(Key.weights).rows { weights[try row.text("colour")] = try row.integer("weight") }
      self.weights = weights
    } catch {
      throw .rule(error)
    }
    guard weights.values.allSatisfy({ (1...DrawRules.largestWeight).contains($0) }) else {
      throw .ruleUnusable(key: Key.weights, reason: "a weight lies from 1 to \(DrawRules.largestWeight)")
    }
  }

  func isWholeYear(_ inspectionClass: InspectionClass) -> Bool { quotas[inspectionClass]?.isWholeYear ?? false }

  /// How many tickets a unit of this colour has.
  func weight(of colour: Colour) throws(ScoringError) -> Int {
    guard let weight = weights[colour.rawValue.uppercased()] else {
      throw .ruleUnusable(key: Key.weights, reason: "\(colour.rawValue) has no weight")
    }
    return weight
  }

  /// How many units of a class are drawn.
  /// - Parameters:
  ///   - units: all of the class.
  ///   - left: those that can still be drawn: without those drawn earlier this year where each is drawn once.
  ///   - inspectors: how many inspectors the bureau has.
  func quota(
    of inspectionClass: InspectionClass, units: Int, left: Int, inspectors: Int, isLastOfYear: Bool
  ) -> Int {
    guard let quota = quotas[inspectionClass] else { return 0 }
    var wanted = 0
    if let share = quota.share { wanted = max(wanted, Self.roundedUp(units, by: share)) }
    if let each = quota.perInspector { wanted = max(wanted, Self.roundedUp(inspectors, by: each)) }
    if quota.isWholeYear, isLastOfYear { wanted = left }
    return max(0, min(left, wanted))
  }

  private static func roundedUp(_ count: Int, by factor: Ratio) -> Int {
    let exact = Int128(count) * Int128(factor.numerator)
    return Int(clamping: (exact + Int128(factor.denominator) - 1) / Int128(factor.denominator))
  }
}
