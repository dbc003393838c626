import Civics
import Contracts
import FoundationEssentials
import ServiceKit

/// Figures of messages as JSON and as a table.
enum MessageFigureView {
  static func json(_ report: MessageFigureReport) -> JSON {
    var object = JSONObject()
    object.set("period", span(report.question.period))
    object.set("before", span(report.question.period.before))
    object.set("regions", report.question.regions)
    object.set("total", group(report.total, report))
    if report.question.grouping != .none {
      object.set("groups", .array(report.groups.map { group($0, report) }))
    }
    return .object(object)
  }

  private static func span(_ period: FigurePeriod) -> JSON {
    var object = JSONObject()
    object.set("text", period.text)
    object.set("first", period.first.description)
    object.set("last", period.last.description)
    return .object(object)
  }

  private static func group(_ group: MessageFigureReport.Group, _ report: MessageFigureReport) -> JSON {
    var object = JSONObject()
    if !group.key.isEmpty {
      object.set("key", group.key)
      object.set("name", name(group.key, report))
    }
    object.set("now", counts(group.now))
    object.set("before", counts(group.before))
    return .object(object)
  }

  private static func counts(_ counts: MessageCounts) -> JSON {
    var object = JSONObject()
    for measure in MessageMeasure.allCases { object.set(measure.code, counts[measure]) }
    for rate in rates(counts) { object.set(rate.code, share(rate.share, rate.formula)) }
    object.set("meanSecondsToContact", counts.meanSeconds)
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

  private static func rates(_ counts: MessageCounts) -> [(code: String, name: String, share: Share, formula: String)] {
    [
      ("contactRate", "联系率(%)", counts.contactRate, "送达件数 ÷ (送达件数 + 未送达件数)"),
      ("withinHourRate", "一小时内送达率(%)", counts.withinHourRate, "一小时内送达件数 ÷ 计时件数"),
      ("withinDayRate", "二十四小时内送达率(%)", counts.withinDayRate, "二十四小时内送达件数 ÷ 计时件数"),
      ("acknowledgementRate", "回执率(%)", counts.acknowledgementRate, "已回执件数 ÷ 需回执件数"),
      ("failureRate", "发送失败率(%)", counts.failureRate, "失败次数 ÷ 发送次数"),
    ]
  }

  private static func name(_ key: String, _ report: MessageFigureReport) -> String? {
    switch report.question.grouping {
    case .none: nil
    case .region: (try? RegionCode(key))?.name
    case .channel: ContactChannel(rawValue: key).map(MessageWording.channel)
    case .audience: MessageAudience(rawValue: key).map(MessageWording.audience)
    case .contact: Int(key).map(MessageWording.contact)
    }
  }

  static func csv(_ report: MessageFigureReport) -> CSVResponse {
    let columns = ["分组代码", "分组", "指标", report.question.period.text, report.question.period.before.text]
    let groups = report.groups.flatMap { rows($0, name($0.key, report) ?? "其他") }
    return CSVResponse(fileName: "figures.csv", columns: columns, rows: rows(report.total, "合计") + groups)
  }

  private static func rows(_ group: MessageFigureReport.Group, _ name: String) -> [[String]] {
    var lines = MessageMeasure.allCases.map { measure in
      [group.key, name, measure.chinese, String(group.now[measure]), String(group.before[measure])]
    }
    for (now, before) in zip(rates(group.now), rates(group.before)) {
      lines.append([group.key, name, now.name, now.share.percent ?? "", before.share.percent ?? ""])
    }
    let means = [group.now, group.before].map { $0.meanSeconds.map { String($0) } ?? "" }
    lines.append([group.key, name, "平均送达用时(秒)"] + means)
    return lines
  }
}
