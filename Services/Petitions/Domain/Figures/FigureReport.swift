/// Figures as they are shown: for all together and for each group, now and before.
struct FigureReport: Sendable {
  /// Counts of one unit.
  struct UnitCount: Sendable, Equatable {
    let unit: String
    let now: Int64
    let before: Int64
  }

  struct Group: Sendable {
    /// Empty for all together.
    let key: String
    let now: FigureCounts
    let before: FigureCounts
    /// Petitions received, by unit: 件次 and 批次 are never one sum.
    let received: [UnitCount]
  }

  let question: FigureQuestion
  let rules: FigureRules
  let groups: [Group]

  init(_ sums: [FigureSum], question: FigureQuestion, rules: FigureRules) {
    self.question = question
    self.rules = rules
    let keys = question.grouping == .none ? [] : Set(sums.map(\.key)).subtracting([""]).sorted()
    groups = [Self.group("", sums, rules)] + keys.map { key in Self.group(key, sums.filter { $0.key == key }, rules) }
  }

  private static func group(_ key: String, _ sums: [FigureSum], _ rules: FigureRules) -> Group {
    func total(_ isBefore: Bool, where holds: (FigureSum) -> Bool = { _ in true }) -> FigureCounts {
      sums.reduce(FigureCounts()) { $1.isBefore == isBefore && holds($1) ? $0 + $1.counts : $0 }
    }
    return Group(
      key: key, now: total(false), before: total(true),
      received: rules.units.map { unit in
        UnitCount(
          unit: unit, now: total(false) { rules.unit(of: $0.channel) == unit }[.received],
          before: total(true) { rules.unit(of: $0.channel) == unit }[.received])
      })
  }
}

extension FigureReport.Group {
  /// Whether an indicator went as the city wants; nil where that cannot be said. Of counts in several units none may go
  /// the wrong way.
  func isAsWanted(_ indicator: Indicator) -> Bool? {
    guard indicator.countsReceipts, indicator.direction != .keep else {
      return indicator.isAsWanted(
        IndicatorValue(indicator, of: now), before: IndicatorValue(indicator, of: before))
    }
    let changes = received.map { indicator.direction == .fall ? $0.before - $0.now : $0.now - $0.before }
    return changes.allSatisfy { $0 >= 0 } && changes.contains { $0 > 0 }
  }
}

extension Indicator {
  /// Whether it counts petitions received, and so has a count for each unit.
  var countsReceipts: Bool { denominator == nil && numerator == [.received] }
}
