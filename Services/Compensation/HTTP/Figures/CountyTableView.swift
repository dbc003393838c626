import Civics
import Contracts
import FoundationEssentials

/// The table of a county as JSON and as rows.
enum CountyTableView {
  /// The nodes of the flow, in the order of the law.
  static let nodes: [CompensationStatus] = [
    .filed, .investigation, .assessment, .negotiation, .agreed, .courtConfirmation, .performing, .evaluation, .suit,
    .insurance, .closed,
  ]

  static let columns =
    ["案件编号", "现处环节", "重点案件", "是否超期", "办理部门", "赔偿义务人", "线索时间"]
    + nodes.map { $0.chinese + "时间" }
    + ["到期时间", "义务人是否投保", "保险止期", "评估金额(元)", "确定金额(元)", "入户金额(元)", "保险赔付(元)"]

  static func json(_ row: CompleteCountyTable.Row) -> JSON {
    let compensation = row.compensation
    var object = CaseView.line(compensation).object ?? JSONObject()
    var reached = JSONObject()
    for node in nodes { reached.set(node.rawValue, time(node, compensation)) }
    object.set("nodes", .object(reached))
    object.set("assessedFen", row.assessedFen)
    object.set("receivedFen", row.receivedFen)
    object.set("claimStatus", code: row.claim?.status)
    object.set("insuredFen", row.claim?.paidFen)
    object.set("insurance", row.cover?.json)
    return .object(object)
  }

  static func row(_ row: CompleteCountyTable.Row) -> [String] {
    let compensation = row.compensation
    let front: [String] = [
      compensation.number, compensation.status.chinese,
      compensation.file.company.keyCase == nil ? "" : "是", compensation.isOverdue ? "是" : "否",
      compensation.file.department ?? "", compensation.subjectKey ?? "", CaseTable.time(compensation.openedAt),
    ]
    let times = nodes.map { time($0, compensation).map(CaseTable.time) ?? "" }
    let amounts = [row.assessedFen, compensation.amountFen, row.receivedFen, row.claim?.paidFen].map {
      $0.map { Money(fen: Int($0)).description } ?? ""
    }
    let cover = [row.cover.map { $0.isInsured ? "是" : "否" } ?? "", row.cover?.through?.description ?? ""]
    return front + times + [compensation.nextDue.map { CaseTable.time($0.due) } ?? ""] + cover + amounts
  }

  /// When the case first reached a node.
  private static func time(_ node: CompensationStatus, _ compensation: CompensationCase) -> Date? {
    switch node {
    case .filed: compensation.filedAt
    case .closed: compensation.status == .closed ? compensation.closedAt : nil
    default: compensation.file.stages.first { $0.stage == node }?.at
    }
  }
}
