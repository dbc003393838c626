import Contracts
import FoundationEssentials

/// One loss or cost as a bill, an appraisal or an opinion has it.
struct LossItem: JSONConvertible, Equatable, Sendable {
  let head: LossHead
  let amountFen: Int64
  /// The bill, report or opinion.
  let reference: String

  init(_ head: LossHead, amountFen: Int64, reference: String) {
    self.head = head
    self.amountFen = amountFen
    self.reference = reference
  }

  init(fields: JSONFields) throws(ContractViolation) {
    head = try fields.code("head")
    amountFen = try fields.fen("amountFen", minimum: 1)
    reference = try fields.text("reference", limit: 1024)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("head", code: head)
    object.set("amountFen", amountFen)
    object.set("reference", reference)
    return .object(object)
  }
}

extension LossHead {
  /// As a derivation names it (民法典 第一千二百三十五条).
  var chinese: String {
    switch self {
    case .serviceLoss: "期间服务功能丧失损失"
    case .permanentLoss: "永久性功能损害损失"
    case .investigation: "调查、鉴定评估费用"
    case .restoration: "清除污染、修复费用"
    case .prevention: "防止损害发生和扩大的合理费用"
    }
  }
}
