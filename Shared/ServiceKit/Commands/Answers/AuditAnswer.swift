import Contracts
import Messaging

/// What `audit verify` prints.
enum AuditAnswer {
  static func text(_ report: AuditReport) -> String {
    var lines = report.findings.map { finding in
      "\(finding.kind.rawValue)\t\(finding.seal.map(String.init) ?? "-")\t\(finding.entry.map(String.init) ?? "-")\t"
        + finding.message
    }
    if !lines.isEmpty { lines.insert("finding\tseal\tentry\twhat", at: 0) }
    if report.found > report.findings.count { lines.append("… \(report.found - report.findings.count) more") }
    let head = report.head.map { "\($0.number) \($0.sha256)" } ?? "none"
    let heads = report.heads.map { "\($0) compared" } ?? "not read"
    lines.append(
      "entries \(report.entries), seals \(report.seals), not yet sealed \(report.unsealed), head \(head), "
        + "published heads \(heads)")
    if report.isWhole { lines.append("whole: the audit trail is what was written") }
    return lines.joined(separator: "\n")
  }

  static func json(_ report: AuditReport) -> JSON {
    var object = JSONObject()
    object.set("isWhole", report.isWhole)
    object.set("entries", report.entries)
    object.set("seals", report.seals)
    object.set("unsealed", report.unsealed)
    object.set("head", report.head.map { Int($0.number) })
    object.set("headSha256", report.head?.sha256)
    object.set("publishedHeads", report.heads)
    object.set("found", report.found)
    let findings = report.findings.map { finding in
      var line = JSONObject()
      line.set("finding", finding.kind.rawValue)
      line.set("seal", finding.seal.map { Int($0) })
      line.set("entry", finding.entry.map { Int($0) })
      line.set("what", finding.message)
      return JSON.object(line)
    }
    object.set("findings", JSON.array(findings))
    return .object(object)
  }
}
