import Civics
import ServiceKit

/// The nine indicators as a table: a row for each group, indicator and, where counts have units, unit.
enum FigureTable {
  private static let columns = [
    "分组代码", "分组", "指标代码", "指标", "公式", "分子", "分母", "单位", "目标", "方向", "本期", "上期", "本期分子", "本期分母",
    "本期率(%)", "上期分子", "上期分母", "上期率(%)", "达到要求",
  ]

  static func csv(_ report: FigureReport) -> CSVResponse {
    let rows = report.groups.flatMap { group in
      report.rules.indicators.flatMap { FigureTable.rows($0, of: group, report) }
    }
    return CSVResponse(fileName: "figures.csv", columns: columns, rows: rows)
  }

  private static func rows(
    _ indicator: Indicator, of group: FigureReport.Group, _ report: FigureReport
  ) -> [[String]] {
    let isTotal = group.key.isEmpty && report.groups.first?.key == group.key
    let front = [
      group.key, isTotal ? "合计" : FigureNames.name(of: group.key, in: report), indicator.code, indicator.name,
      indicator.formula, report.rules.names(indicator.numerator),
      indicator.denominator.map(report.rules.names) ?? "",
    ]
    let wanted = group.isAsWanted(indicator).map { $0 ? "是" : "否" } ?? ""
    let periods = [report.question.period.text, report.question.period.before.text]
    let target = indicator.target.flatMap { try? $0 * Ratio(100) }.map { "\($0)%" } ?? ""
    func row(_ unit: String, _ now: [String], _ before: [String]) -> [String] {
      front + [unit, target, indicator.direction.chinese]
        + periods + now + before + [wanted]
    }
    if indicator.countsReceipts {
      return group.received.map { row($0.unit, [String($0.now), "", ""], [String($0.before), "", ""]) }
    }
    let now = IndicatorValue(indicator, of: group.now)
    let before = IndicatorValue(indicator, of: group.before)
    return [row(indicator.denominator == nil ? "起" : "", cells(now), cells(before))]
  }

  private static func cells(_ value: IndicatorValue) -> [String] {
    [String(value.numerator), value.denominator.map(String.init) ?? "", value.percent ?? ""]
  }
}
