import Civics
import Contracts

/// Facts as rows of a table for offices, one for each code.
enum FactTable {
  static let columns = [
    "编号", "主体", "区划代码", "区划", "来源类别", "事实种类", "认定时间", "发生时间", "来源", "来源编号", "案号", "事项代码", "事项名称", "分值", "有效期至", "一票否决",
    "依据条款", "规则包", "规则版本",
  ]

  static func rows(_ fact: Fact) -> [[String]] {
    let front = [
      fact.id.lowercased, fact.subject, fact.region, (try? RegionCode(fact.region))?.fullName ?? "",
      fact.origin.chinese, fact.kind, OfficeTime.text(fact.from), OfficeTime.text(fact.happenedAt), fact.source,
      fact.externalId, fact.penaltyNumber ?? "",
    ]
    guard !fact.lines.isEmpty else { return [front + ["", "", "0", "", "", fact.article ?? "", "", ""]] }
    return fact.lines.map { line in
      front + [
        line.code, line.name ?? "", line.points.description, OfficeTime.text(line.until), line.isVeto ? "是" : "",
        fact.article ?? line.rule?.article ?? "", line.rule?.pack ?? "", line.rule?.version ?? "",
      ]
    }
  }
}
