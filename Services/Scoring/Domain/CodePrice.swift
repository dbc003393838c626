import Civics
import FoundationEssentials

/// What a row of the tables of deductions and bonuses gives for its code.
struct CodePrice: Sendable {
  let code: String
  let weight: FactWeight
  /// Taken (negative) or given.
  let points: Points
  let isVeto: Bool
  /// How long it counts; nil where it has no weight.
  let validity: LegalPeriod?

  init(_ row: RuleRow, _ code: String, _ weight: FactWeight) throws(RuleLookupError) {
    let number = try row.number("points")
    guard let size = Points(number), size >= .zero else {
      throw .notWhole(key: "\(weight.table ?? "").\(code).points", number: number)
    }
    self.code = code
    self.weight = weight
    points = weight == .bonuses ? size : -size
    isVeto = row.has("veto") ? try row.flag("veto") : false
    validity = size != .zero || isVeto ? try row.period("validity") : nil
  }

  /// The first instant at which it counts no longer.
  func until(from start: Date, calendar: WorkingCalendar) -> Date? {
    validity?.due(from: start, calendar: calendar).instant
  }

  /// Every row of a table, in its order.
  static func all(_ weight: FactWeight, in rules: RulesInForce) throws(ScoringError) -> [CodePrice] {
    guard let table = weight.table, rules.has(table) else { return [] }
    do throws(RuleLookupError) {
      var prices: [CodePrice] = []
      for row in try rules.table(table).rows { prices.append(try CodePrice(row, try row.text("code"), weight)) }
      return prices
    } catch {
      throw .rule(error)
    }
  }
}
