import Civics
import FoundationEssentials

/// What every code is worth by one set of rules, in the form in which the database can price a whole ledger: the end of
/// each validity is worked out here for every day on which a fact may have been established.
struct PriceList: Sendable {
  /// The rows of both tables.
  let prices: [CodePrice]
  /// For each price the number of its validity in ``periods``; nil where it has no weight.
  let validities: [Int?]
  /// The validities that occur, each once.
  let periods: [LegalPeriod]
  /// For each period and day (days since 1970 in Shanghai) the first instant at which a fact counts no longer.
  let ends: [(period: Int, day: Int, end: Date)]

  /// - Parameter days: those on which facts were established.
  init(_ rules: RulesInForce, calendar: WorkingCalendar, days: ClosedRange<CivilDate>) throws(ScoringError) {
    var prices: [CodePrice] = []
    for weight in [FactWeight.deductions, .bonuses] {
      // The first row of a code is the one that counts, as for a single fact.
      for price in try CodePrice.all(weight, in: rules)
      where !prices.contains(where: { $0.weight == weight && $0.code == price.code }) {
        prices.append(price)
      }
    }
    var periods: [LegalPeriod] = []
    validities = prices.map { price in
      guard let validity = price.validity else { return nil }
      if let known = periods.firstIndex(of: validity) { return known }
      periods.append(validity)
      return periods.count - 1
    }
    var ends: [(period: Int, day: Int, end: Date)] = []
    for (number, period) in periods.enumerated() {
      var day = days.lowerBound
      while day <= days.upperBound {
        ends.append((number, day.daysSinceEpoch, period.due(from: day, calendar: calendar).instant))
        guard day < days.upperBound else { break }
        day = day.next
      }
    }
    self.prices = prices
    self.periods = periods
    self.ends = ends
  }
}
