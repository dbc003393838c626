import Civics
import Contracts
import FoundationEssentials

/// Assessments of leniency as staff see them.
enum LeniencyView {
  static func json(_ record: LeniencyRecord) -> JSON {
    var object = record.document.object ?? JSONObject()
    object.set("decision", record.decision?.document)
    return .object(object)
  }

  static let columns = [
    "评估编号", "区划代码", "对象", "处罚案号", "结论", "适用法律", "裁量基准(元)", "最低(元)", "最高(元)", "决定", "决定罚款(元)", "评估时间", "评估人",
  ]

  static func row(_ record: LeniencyRecord) -> [String] {
    [
      record.id.lowercased, record.region, record.subject, record.penaltyNumber, verdicts[record.verdict] ?? "",
      record.law == .atAct ? "行为时" : "决定时", record.discretion.description, record.lowest.description,
      record.highest.description, record.decision?.decision.rawValue ?? "", record.decision?.fine?.description ?? "",
      ShanghaiTime.day(of: record.assessedAt).description, record.assessedBy,
    ]
  }

  private static let verdicts: [LeniencyVerdict: String] = [
    .noPenaltyRequired: "应当不予处罚", .noPenaltyAllowed: "可以不予处罚", .reductionAllowed: "可以从轻、减轻",
    .reductionForbidden: "不得从轻、减轻", .noGround: "无从轻、减轻情形",
  ]
}
