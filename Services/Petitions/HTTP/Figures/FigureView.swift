import Civics
import Contracts
import FoundationEssentials

/// The nine indicators as JSON: each with its formula, what is above and below the line, and the rule it comes from.
enum FigureView {
  static func json(_ report: FigureReport) -> JSON {
    var object = header(report)
    object.set("total", figures(report.groups[0], report))
    if report.question.grouping != .none {
      object.set(
        "groups",
        .array(
          report.groups.dropFirst().map { group in
            var object = JSONObject()
            object.set("key", group.key)
            object.set("name", FigureNames.name(of: group.key, in: report))
            object.set("figures", figures(group, report))
            return .object(object)
          }))
    }
    return .object(object)
  }

  /// What was asked, and how measures are counted.
  static func header(_ report: FigureReport) -> JSONObject {
    var object = JSONObject()
    object.set("period", span(report.question.period))
    object.set("before", span(report.question.period.before))
    object.set("regions", report.question.regions)
    object.set("channel", report.question.channel)
    object.set("kind", report.question.category)
    return object
  }

  private static func span(_ period: FigurePeriod) -> JSON {
    var object = JSONObject()
    object.set("text", period.text)
    object.set("first", period.first.description)
    object.set("last", period.last.description)
    return .object(object)
  }

  private static func figures(_ group: FigureReport.Group, _ report: FigureReport) -> JSON {
    .array(report.rules.indicators.map { figure($0, of: group, report.rules) })
  }

  private static func figure(_ indicator: Indicator, of group: FigureReport.Group, _ rules: FigureRules) -> JSON {
    var object = JSONObject()
    object.set("code", indicator.code)
    object.set("name", indicator.name)
    object.set("direction", indicator.direction.rawValue)
    object.set("target", indicator.target?.description)
    object.set("formula", indicator.formula)
    object.set("numerator", measures(indicator.numerator, rules))
    object.set("denominator", indicator.denominator.map { measures($0, rules) })
    let now = IndicatorValue(indicator, of: group.now)
    let before = IndicatorValue(indicator, of: group.before)
    if indicator.countsReceipts {
      // Counts of two units are never added up, so there is no number for both.
      object.set("now", units(group.received) { $0.now })
      object.set("before", units(group.received) { $0.before })
    } else {
      object.set("now", value(now))
      object.set("before", value(before))
    }
    object.set("change", change(indicator, now, before))
    object.set("asWanted", group.isAsWanted(indicator))
    var rule = Contracts.RuleReference(
      pack: indicator.rule.pack, version: indicator.rule.hash, rule: indicator.rule.key
    ).json.object
    rule?.set("source", indicator.rule.source)
    rule?.set("assumed", indicator.rule.isAssumed)
    object.set("rule", rule.map(JSON.object))
    return .object(object)
  }

  private static func measures(_ measures: [FigureMeasure], _ rules: FigureRules) -> JSON {
    .array(
      measures.map { measure in
        var object = JSONObject()
        object.set("code", measure.rawValue)
        object.set("name", rules.measures[measure]?.name)
        object.set("countedOn", rules.measures[measure]?.day)
        return .object(object)
      })
  }

  private static func value(_ value: IndicatorValue) -> JSON {
    var object = JSONObject()
    object.set("numerator", value.numerator)
    object.set("denominator", value.denominator)
    object.set("percent", value.percent.map(JSON.number))
    return .object(object)
  }

  private static func units(_ counts: [FigureReport.UnitCount], _ count: (FigureReport.UnitCount) -> Int64) -> JSON {
    .array(
      counts.map { unit in
        var object = JSONObject()
        object.set("unit", unit.unit)
        object.set("count", count(unit))
        return .object(object)
      })
  }

  /// Percentage points for rates, a difference for counts; nil where there is nothing to compare, or two units.
  private static func change(_ indicator: Indicator, _ now: IndicatorValue, _ before: IndicatorValue) -> JSON? {
    if indicator.countsReceipts { return nil }
    guard indicator.denominator != nil else { return .integer(now.numerator &- before.numerator) }
    guard let new = now.basisPoints, let old = before.basisPoints else { return nil }
    return .number(FigureNames.hundredths(new - old))
  }
}
