import Civics
import Contracts
import ServiceKit

/// Petitions received by channel, each in its unit: 760 件次 and 9 批次, never one sum.
enum ChannelView {
  private struct Line {
    let channel: FigureRules.Channel
    let now: Int64
    let before: Int64
  }

  /// Every channel of the rule packs in their order, also those by which nothing came.
  private static func lines(_ report: FigureReport) -> [Line] {
    let known = report.rules.channels.map { channel in
      line(channel, report.groups.dropFirst().first { $0.key == channel.code })
    }
    let codes = Set(report.rules.channels.map(\.code))
    let unknown = report.groups.dropFirst().filter { !$0.key.isEmpty && !codes.contains($0.key) }.map { group in
      line(
        FigureRules.Channel(
          code: group.key, name: group.key, classCode: "", className: "", unit: report.rules.unit(of: group.key)),
        group)
    }
    return known + unknown
  }

  private static func line(_ channel: FigureRules.Channel, _ group: FigureReport.Group?) -> Line {
    Line(channel: channel, now: group?.now[.received] ?? 0, before: group?.before[.received] ?? 0)
  }

  static func json(_ report: FigureReport) -> JSON {
    var object = FigureView.header(report)
    let lines = lines(report)
    object.set(
      "channels",
      .array(
        lines.map { line in
          var object = JSONObject()
          object.set("channel", line.channel.code)
          object.set("name", line.channel.name)
          object.set("class", line.channel.classCode)
          object.set("className", line.channel.className)
          object.set("unit", line.channel.unit)
          object.set("count", line.now)
          object.set("before", line.before)
          return .object(object)
        }))
    object.set("totals", .array(totals(report.groups[0].received)))
    return .object(object)
  }

  private static func totals(_ counts: [FigureReport.UnitCount]) -> [JSON] {
    counts.map { count in
      var object = JSONObject()
      object.set("unit", count.unit)
      object.set("count", count.now)
      object.set("before", count.before)
      return .object(object)
    }
  }

  static func csv(_ report: FigureReport) -> CSVResponse {
    let lines = lines(report).map { line in
      [
        line.channel.code, line.channel.name, line.channel.className, line.channel.unit, String(line.now),
        String(line.before),
      ]
    }
    let totals = report.groups[0].received.map { ["", "合计", "", $0.unit, String($0.now), String($0.before)] }
    return CSVResponse(
      fileName: "channels.csv",
      columns: ["渠道代码", "渠道", "类别", "单位", report.question.period.text, report.question.period.before.text],
      rows: lines + totals)
  }
}
