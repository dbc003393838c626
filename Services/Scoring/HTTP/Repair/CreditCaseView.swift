import Civics
import Contracts
import FoundationEssentials

/// Cases about credit as staff see them.
enum CreditCaseView {
  /// A line of a list.
  static func line(_ credit: CreditCase) -> JSON {
    .object(head(credit))
  }

  /// One case with its file.
  static func detail(_ credit: CreditCase) -> JSON {
    var object = head(credit)
    object.set("file", credit.file)
    object.set("version", credit.version)
    return .object(object)
  }

  private static func head(_ credit: CreditCase) -> JSONObject {
    var object = JSONObject()
    object.set("caseId", credit.id)
    object.set("caseNumber", credit.number)
    object.set("kind", code: credit.kind)
    object.set("status", code: credit.status)
    object.set("subjectKey", credit.subject)
    object.set("region", credit.region)
    object.set("penaltyNumber", credit.file.penaltyNumber)
    object.set("instance", credit.instance)
    object.set("filedAt", credit.filedAt)
    object.set("late", credit.file.requestDue.map { credit.filedAt >= $0.due })
    object.set("overdue", credit.isOverdue)
    object.set("dueAt", credit.dueAt)
    object.set("updatedAt", credit.updatedAt)
    return object
  }

  static let columns = [
    "文号", "类别", "状态", "区划代码", "对象", "处罚案号", "审级", "申请日期", "到期日期", "是否超期", "结果", "结果文号",
  ]

  static func row(_ credit: CreditCase) -> [String] {
    let decision = credit.file.decisions.last
    return [
      credit.number, kinds[credit.kind] ?? "", statuses[credit.status] ?? "", credit.region, credit.subject,
      credit.file.penaltyNumber ?? "", String(credit.instance), ShanghaiTime.day(of: credit.filedAt).description,
      // A period ends at 24:00 of its last day.
      credit.dueAt.map { ShanghaiTime.day(of: $0.addingTimeInterval(-1)).description } ?? "",
      credit.isOverdue ? "是" : "否", decision.flatMap { outcomes[$0.outcome] } ?? "", decision?.document ?? "",
    ]
  }

  private static let kinds: [CreditCaseKind: String] = [
    .repair: "信用修复", .objection: "异议", .administrativeReview: "行政复议", .litigation: "行政诉讼",
  ]
  private static let statuses: [CreditCaseStatus: String] = [
    .filed: "已申请", .accepted: "已受理", .refused: "不予受理", .decided: "已作出,未生效", .closed: "办结", .withdrawn: "已撤回",
  ]
  private static let outcomes: [CreditCaseOutcome: String] = [
    .granted: "准予", .partlyGranted: "部分准予", .rejected: "不予", .revoked: "撤销", .changed: "变更", .unlawful: "确认违法",
    .upheld: "维持或者驳回", .terminated: "终止",
  ]
}
