import Civics
import Contracts
import FoundationEssentials
import ServiceKit

/// Figures of cases as JSON and as a table.
enum CaseFigureView {
  static func json(_ report: CaseFigureReport) -> JSON {
    var object = JSONObject()
    object.set("period", span(report.question.period))
    object.set("before", span(report.question.period.before))
    object.set("regions", report.question.regions)
    object.set("department", report.question.department)
    object.set("total", group(report.groups[0], report))
    object.set("results", .array(report.results(of: report.groups[0]).map(result)))
    object.set("stages", .array(report.stages.map(stage)))
    if report.question.grouping != .none {
      object.set("groups", .array(report.groups.dropFirst().map { group($0, report) }))
    }
    return .object(object)
  }

  private static func stage(_ stage: CaseFigureReport.Stage) -> JSON {
    var object = JSONObject()
    object.set("stage", code: stage.stage)
    object.set("name", stage.stage.chinese)
    object.set("now", stage.count(.now))
    object.set("before", stage.count(.before))
    object.set("cumulative", stage.count(.cumulative))
    return .object(object)
  }

  private static func result(_ result: CaseFigureReport.Result) -> JSON {
    var object = JSONObject()
    object.set("mode", code: result.mode)
    object.set("name", result.mode.chinese)
    object.set("unit", code: result.unit)
    object.set("unitName", result.unit.ruleName)
    object.set("quantity", JSON.number(result.quantity(.now)))
    object.set("before", JSON.number(result.quantity(.before)))
    object.set("cumulative", JSON.number(result.quantity(.cumulative)))
    return .object(object)
  }

  private static func span(_ period: FigurePeriod) -> JSON {
    var object = JSONObject()
    object.set("text", period.text)
    object.set("first", period.first.description)
    object.set("last", period.last.description)
    return .object(object)
  }

  private static func group(_ group: CaseFigureReport.Group, _ report: CaseFigureReport) -> JSON {
    var object = JSONObject()
    if !group.key.isEmpty {
      object.set("key", group.key)
      object.set("name", name(group.key, report))
    }
    object.set("measures", .array(CaseMeasure.allCases.map { measure($0, group) }))
    object.set("selfScreened", group.selfScreened)
    object.set("selfClosed", group.selfClosed)
    object.set("closureRate", share(group.closureRate, "启动案件中已办结件数 ÷ 启动件数"))
    object.set("onTimeRate", share(group.onTimeRate, "按期办结件数 ÷ 办结件数"))
    object.set("coverage", group.coverage.map { share($0, "有启动案件的县(市、区)数 ÷ 县(市、区)总数") })
    if !group.key.isEmpty { object.set("results", .array(report.results(of: group).map(result))) }
    return .object(object)
  }

  private static func measure(_ measure: CaseMeasure, _ group: CaseFigureReport.Group) -> JSON {
    var object = JSONObject()
    object.set("code", measure.rawValue)
    object.set("name", measure.chinese)
    object.set("now", group.now[measure])
    object.set("before", group.before[measure])
    object.set("cumulative", group.cumulative[measure])
    object.set("growthPercent", growth(group.growth(measure)).map(JSON.number))
    return .object(object)
  }

  private static func share(_ share: Share, _ formula: String) -> JSON {
    var object = JSONObject()
    object.set("numerator", share.numerator)
    object.set("denominator", share.denominator)
    object.set("percent", share.percent.map(JSON.number))
    object.set("formula", formula)
    return .object(object)
  }

  /// Hundredths of a percent as a decimal.
  private static func growth(_ hundredths: Int64?) -> String? {
    guard let hundredths else { return nil }
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return (hundredths < 0 ? "-" : "") + "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func name(_ key: String, _ report: CaseFigureReport) -> String? {
    guard case .region = report.question.grouping else { return nil }
    return (try? RegionCode(key))?.name
  }

  static func csv(_ report: CaseFigureReport) -> CSVResponse {
    let columns = [
      "分组代码", "分组", "指标", report.question.period.text, report.question.period.before.text, "累计", "增长(%)",
    ]
    let lines = report.groups.enumerated().flatMap { index, group in
      rows(group, index == 0 ? "合计" : name(group.key, report) ?? "", report)
    }
    return CSVResponse(fileName: "figures.csv", columns: columns, rows: lines)
  }

  private static func rows(
    _ group: CaseFigureReport.Group, _ name: String, _ report: CaseFigureReport
  ) -> [[String]] {
    var lines = CaseMeasure.allCases.map { measure in
      [group.key, name, measure.chinese]
        + [group.now, group.before, group.cumulative].map { counts in
          measure.isMoney ? Money(fen: Int(counts[measure])).description : String(counts[measure])
        } + [growth(group.growth(measure)) ?? ""]
    }
    lines.append([group.key, name, "自主筛查线索数", String(group.selfScreened), "", "", ""])
    lines.append([group.key, name, "自行办理案件办结数", String(group.selfClosed), "", "", ""])
    lines.append([group.key, name, "办结率(%)", group.closureRate.percent ?? "", "", "", ""])
    lines.append([group.key, name, "按期办结率(%)", group.onTimeRate.percent ?? "", "", "", ""])
    if let coverage = group.coverage { lines.append([group.key, name, "覆盖率(%)", coverage.percent ?? "", "", "", ""]) }
    lines += report.results(of: group).map { result in
      [group.key, name, "修复成果:\(result.mode.chinese)(\(result.unit.ruleName))"]
        + [.now, .before, .cumulative].map(result.quantity) + [""]
    }
    return lines
  }
}
