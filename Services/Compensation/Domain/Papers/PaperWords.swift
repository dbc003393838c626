import Civics
import Contracts
import FoundationEssentials

/// What a case says, in the words of its papers (文书): the values that a template may name. Amounts are in yuan, days in
/// Shanghai; what the case does not hold is left out, so that a template can leave a line to be filled in by hand.
struct PaperWords {
  let compensation: CompensationCase
  /// 赔偿权利人, as the packs name it.
  let rightHolder: String?
  /// The damage as assessed last, in fen, and by whom.
  let assessed: (fen: Int64, method: String)?
  let receivedFen: Int64
  let answers: [NoticeAnswer]
  let today: CivilDate

  var json: JSON {
    var object = basics
    for member in settlement.members { object.set(member.name, member.value) }
    return .object(object)
  }

  private var basics: JSONObject {
    let file = compensation.file
    var object = JSONObject()
    object.set("number", compensation.number)
    object.set("today", today.description)
    object.set("region", (try? RegionCode(compensation.region))?.fullName ?? compensation.region)
    object.set("rightHolder", rightHolder)
    object.set("obligor", compensation.subjectKey)
    object.set("clueSource", compensation.clueSource.chinese)
    object.set("openedOn", Self.day(compensation.openedAt))
    object.set("filedOn", compensation.filedAt.map(Self.day))
    object.set("closedOn", compensation.closedAt.map(Self.day))
    object.set("department", file.department)
    object.set("unit", file.unit)
    object.set("penaltyNumber", compensation.penalty?.number)
    object.set("factCodes", file.factCodes.isEmpty ? nil : file.factCodes.joined(separator: "、"))
    object.set("notStarted", file.notStarted?.chinese)
    object.set("article", file.article)
    object.set("closeBy", file.deadlines.last { $0.kind == .close }.map { Self.last($0.dueDate.due) })
    object.set("summary", file.investigation?.summary)
    object.set("damageFound", file.investigation.map { $0.damage ? "存在生态环境损害" : "未发现生态环境损害" })
    object.set("proposal", file.investigation.map { $0.proposal == .claim ? "启动索赔" : "终止" })
    object.set("assessedYuan", assessed.map { Self.yuan($0.fen) })
    object.set("method", assessed.flatMap { DamageMethod(rawValue: $0.method)?.chinese })
    object.set("amountYuan", compensation.amountFen.map(Self.yuan))
    object.set("receivedYuan", receivedFen > 0 ? Self.yuan(receivedFen) : nil)
    object.set("outcome", file.outcome?.chinese)
    object.set("modes", file.modes.isEmpty ? nil : file.modes.map(\.chinese).joined(separator: "、"))
    object.set("noticeNumber", file.company.notices.last?.number)
    object.set(
      "answers", .array(answers.map { ["question": .string($0.question.chinese), "answer": .string($0.answer)] }))
    object.set("consultations", .array(file.consultations.map(Self.consultation)))
    object.set("documents", .array(file.documents.map(Self.document)))
    object.set(
      "stages", .array(file.stages.map { ["stage": .string($0.stage.chinese), "on": .string(Self.day($0.at))] }))
    return object
  }

  private static func consultation(_ consultation: Consultation) -> JSON {
    var object = JSONObject()
    object.set("on", day(consultation.heldAt))
    object.set("outcome", consultation.outcome.chinese)
    object.set("recordNumber", consultation.recordNumber)
    return .object(object)
  }

  private static func document(_ document: CaseDocument) -> JSON {
    var object = JSONObject()
    object.set("title", document.title)
    object.set("number", document.number)
    return .object(object)
  }

  static func day(_ instant: Date) -> String { ShanghaiTime.day(of: instant).description }
  /// The last day of a period, of which the first instant after it is known.
  static func last(_ end: Date) -> String { day(end.addingTimeInterval(-1)) }
  static func yuan(_ fen: Int64) -> String { Money(fen: Int(fen)).description }
}

extension NoticeQuestion {
  fileprivate var chinese: String {
    switch self {
    case .why: "为什么要履行赔偿义务"
    case .how: "如何履行赔偿义务"
    case .benefits: "履行赔偿义务有哪些利好"
    case .consequences: "不履行赔偿义务有什么后果"
    }
  }
}

extension DamageMethod {
  fileprivate var chinese: String {
    switch self {
    case .waterVirtualCost: "水污染虚拟治理成本法(GB/T 39793.2-2020)"
    case .airVirtualCost: "大气污染虚拟治理成本法(GB/T 39793.1-2020)"
    case .multiplier: "虚拟治理成本法(环境损害鉴定评估推荐方法第Ⅱ版)"
    case .itemised: "按实际费用和损失分项计算"
    case .baseline: "按处罚金额比例确定的磋商基准"
    }
  }
}
