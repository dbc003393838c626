import Civics
import Contracts
import FoundationEssentials

/// An amount of damage as staff see it, and as it is printed.
enum DamageView {
  static func json(_ sum: DamageSum) -> JSON {
    var object = JSONObject()
    object.set("amountFen", sum.amountFen)
    object.set("heads", sum.heads)
    object.set("derivation", sum.derivation)
    object.set("rules", sum.rules)
    return .object(object)
  }

  static func json(_ kept: AssessmentStore.Kept) -> JSON {
    var object = JSONObject()
    object.set("assessmentId", kept.id)
    object.set("caseId", kept.caseId)
    object.set("method", kept.method)
    object.set("form", kept.form)
    object.set("simple", kept.isSimple)
    object.set("amountFen", kept.amountFen)
    for name in ["heads", "derivation", "rules", "report"] { object.set(name, kept.document[name]) }
    object.set("at", kept.at)
    object.set("by", kept.actor)
    return .object(object)
  }

  /// The derivation as a page to print.
  static func text(_ kept: AssessmentStore.Kept, caseNumber: String) -> String {
    var lines = ["生态环境损害数额计算书", "案件编号:\(caseNumber)", "评估编号:\(kept.id.lowercased)"]
    lines.append("评估时间:\(CaseTable.time(kept.at))")
    lines.append("")
    let steps = kept.document["derivation"]?.array ?? []
    for (index, step) in steps.enumerated() { lines.append("\(index + 1). \(step.string ?? "")") }
    lines.append("")
    for head in kept.document["heads"]?.array ?? [] {
      guard let code = head["head"]?.string.flatMap(LossHead.init(rawValue:)), let fen = head["amountFen"]?.integer
      else { continue }
      lines.append("\(code.chinese):\(Money(fen: Int(fen))) 元")
    }
    lines.append("合计:\(Money(fen: Int(kept.amountFen))) 元")
    lines.append("")
    lines.append("依据规则:")
    for rule in kept.document["rules"]?.array ?? [] {
      lines.append(
        "- \(rule["rule"]?.string ?? "")(\(rule["pack"]?.string ?? "") \((rule["version"]?.string ?? "").prefix(12));"
          + "\(rule["article"]?.string ?? ""))")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
