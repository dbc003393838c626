import Civics
import Contracts
import FoundationEssentials

/// The derivation of a score as a sheet that can be printed and handed to the enterprise.
enum ExplanationText {
  static func sheet(_ found: FindSubject.Found) -> String {
    let derivation = found.derivation
    var lines = head(found)
    lines.append("")
    lines.append("起始分 \(derivation.scale.base)")
    for (index, line) in derivation.lines.enumerated() { lines += entry(line, number: index + 1, in: derivation) }
    lines.append("")
    lines += sum(derivation)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(_ found: FindSubject.Found) -> [String] {
    let derivation = found.derivation
    var lines = ["企业环境信用积分说明"]
    lines.append("主体 \(derivation.subject)" + (found.registration.map { " \($0.title)" } ?? ""))
    if let owner = found.ledger.owner(at: derivation.at) { lines.append("所属企业 \(owner)") }
    lines.append("截至 \(OfficeTime.text(derivation.at))(北京时间)")
    let since = derivation.colour == .unrated ? "" : ",自 \(OfficeTime.text(found.colourSince)) 起"
    lines.append("积分 \(derivation.score?.description ?? "无") \(derivation.colour.chinese)\(since)")
    let reference = derivation.scale.reference
    lines.append("规则 \(reference.pack) \(reference.version.prefix(12)) \(reference.article ?? "")")
    return lines
  }

  private static func entry(_ line: Derivation.Line, number: Int, in derivation: Derivation) -> [String] {
    let fact = line.fact
    let site = fact.subject == derivation.subject ? "" : " 点位 \(fact.subject)"
    let what = line.line.map { $0.name ?? $0.code } ?? fact.origin.chinese
    var lines = ["\(number). \(OfficeTime.text(fact.from)) \(fact.origin.chinese) \(what)\(site)"]
    let change = line.standing == .counts ? signed(line.line?.points ?? .zero) : "0"
    let veto = line.line?.isVeto == true && line.standing == .counts ? ",一票否决" : ""
    lines.append("   \(line.standing.chinese) \(change)\(veto),累计 \(line.runningTotal)")
    var basis = "   来源 \(fact.source) \(fact.externalId)"
    if let number = fact.penaltyNumber { basis += ",案号 \(number)" }
    if let article = fact.article { basis += ",条款 \(article)" }
    if let until = line.line?.until { basis += ",有效期至 \(OfficeTime.text(until))" }
    lines.append(basis)
    if let rule = line.line?.rule {
      lines.append("   规则 \(rule.pack) \(rule.version.prefix(12)) \(rule.rule) \(rule.article ?? "")")
    }
    if let withdrawn = line.withdrawnBy { lines.append("   撤销依据 \(withdrawn.lowercased)") }
    if !fact.evidence.isEmpty { lines.append("   证据 " + fact.evidence.map(\.uri).joined(separator: " ")) }
    return lines
  }

  private static func sum(_ derivation: Derivation) -> [String] {
    let scale = derivation.scale
    var lines = ["合计 \(derivation.total)"]
    if derivation.isVetoed { lines.append("一票否决:按最低分 \(scale.lowest) 计") }
    if !derivation.isVetoed, derivation.score != nil, derivation.score != derivation.total {
      lines.append("限于 \(scale.lowest) 至 \(scale.highest) 之间")
    }
    lines.append("积分 \(derivation.score?.description ?? "无(尚无评价事实)")")
    lines.append("颜色 \(derivation.colour.chinese)(" + bands(scale) + ")")
    return lines
  }

  private static func bands(_ scale: Scale) -> String {
    scale.bands.map { "\($0.colour.chinese) \($0.range)" }.joined(separator: "、")
  }

  private static func signed(_ points: Points) -> String { points > .zero ? "+\(points)" : "\(points)" }
}
