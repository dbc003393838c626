import Civics

/// One of the nine figures of 两保三降四升, as a rule pack defines it.
struct Indicator: Sendable, Equatable {
  /// What the city wants of it.
  enum Direction: String, Sendable {
    /// 保: kept at its target.
    case keep = "KEEP"
    /// 降: less than in the period before.
    case fall = "FALL"
    /// 升: more than in the period before.
    case rise = "RISE"

    /// 保、降、升.
    var chinese: String {
      switch self {
      case .keep: "保"
      case .fall: "降"
      case .rise: "升"
      }
    }
  }

  let code: String
  let name: String
  let direction: Direction
  let target: Ratio?
  /// The measures added up above the line.
  let numerator: [FigureMeasure]
  /// The measures added up below it; nil for a plain count.
  let denominator: [FigureMeasure]?
  /// The formula as people read it.
  let formula: String
  let rule: Civics.RuleReference

  init(_ row: RuleRow, rule: Civics.RuleReference) throws(RuleLookupError) {
    let direction = try row.text("direction")
    guard let known = Direction(rawValue: direction) else {
      throw .missing(key: "\(rule.key) direction \(direction)", packs: [rule.pack])
    }
    self.direction = known
    code = try row.text("code")
    name = try row.text("name")
    target = row.has("target") ? try row.number("target") : nil
    numerator = try Self.measures(try row.text("numerator"), rule)
    denominator = row.has("denominator") ? try Self.measures(try row.text("denominator"), rule) : nil
    formula = try row.text("formula")
    self.rule = rule
  }

  /// Reads `SCREENED + RECEIVED`.
  private static func measures(
    _ text: String, _ rule: Civics.RuleReference
  ) throws(RuleLookupError) -> [FigureMeasure] {
    var measures: [FigureMeasure] = []
    for word in text.split(separator: "+") {
      let code = word.filter { !$0.isWhitespace }
      guard let measure = FigureMeasure(rawValue: code) else {
        throw .missing(key: "\(rule.key) measure \(code)", packs: [rule.pack])
      }
      measures.append(measure)
    }
    return measures
  }
}
