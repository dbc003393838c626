import Civics
import Contracts
import FoundationEssentials

/// By what counties are scored, as the rule packs say at one instant (SCO-27).
struct CountyRules: Sendable {
  /// What is counted.
  enum Indicator: String, Sendable, CaseIterable {
    /// 自主筛查线索数: clues the county found itself, by the day of the clue.
    case selfScreened = "SELF_SCREENED"
    /// 自行办理案件办结数: cases closed, by the day of closing.
    case selfHandledClosed = "SELF_HANDLED_CLOSED"
  }

  struct Row: Sendable {
    let indicator: Indicator
    let name: String
    /// How many a year make the whole weight.
    let target: Ratio
    /// Of a hundred.
    let weight: Ratio
  }

  static let key = "scoring.county.indicators"

  let rows: [Row]
  let selfScreenedSources: Set<ClueSource>
  let reference: Contracts.RuleReference

  init(_ rules: RulesInForce) throws(ScoringError) {
    var rows: [Row] = []
    do throws(RuleLookupError) {
      for row in try rules.table(Self.key).rows {
        guard let indicator = Indicator(rawValue: try row.text("code")) else { continue }
        rows.append(
          Row(
            indicator: indicator, name: try row.text("name"), target: try row.number("target"),
            weight: try row.number("weight")))
      }
      selfScreenedSources = Set(
        try rules.list("scoring.county.self-screened-sources").compactMap { ClueSource(rawValue: $0.lowercased()) })
      reference = try rules.contractReference(Self.key)
    } catch {
      throw .rule(error)
    }
    guard !rows.isEmpty, rows.allSatisfy({ $0.target > .zero && $0.weight >= .zero }),
      (try? rows.reduce(Ratio.zero) { try $0 + $1.weight }) == Ratio(100)
    else { throw .ruleUnusable(key: Self.key, reason: "targets are more than nothing, and weights make a hundred") }
    self.rows = rows
  }

  /// The score of a county: for each indicator the share of its target, at most the whole, by its weight.
  /// - Parameter months: how long was counted; a quarter has a quarter of the year's target.
  func score(_ counts: CountyCounts, months: Int) throws(ScoringError) -> CountyScore {
    var lines: [CountyScore.Line] = []
    var total = Ratio.zero
    do throws(AmountError) {
      for row in rows {
        let target = try row.target * Ratio(months, over: 12)
        let share = min(.one, try Ratio(counts[row.indicator]) / target)
        let points = try share * row.weight
        total = try total + points
        lines.append(
          CountyScore.Line(
            indicator: row.indicator, name: row.name, count: counts[row.indicator], target: target, points: points))
      }
    } catch {
      throw .ruleUnusable(key: Self.key, reason: "the score cannot be computed: \(error)")
    }
    return CountyScore(county: counts.county, lines: lines, score: total)
  }
}
