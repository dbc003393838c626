import Civics
import Contracts
import FoundationEssentials

/// What it costs to treat one unit of what was discharged: running, depreciation and disposal (单位治理成本).
struct UnitCost: JSONConvertible, Equatable, Sendable {
  /// Where the price comes from, in the order of preference.
  enum Basis: String, Sendable, CaseIterable {
    /// 实际调查法.
    case survey
    /// 成本函数法.
    case costFunction = "cost-function"
    /// 收费标准、参考.
    case chargeStandard = "charge-standard"
    /// 文献, as a supplement.
    case literature

    var chinese: String {
      switch self {
      case .survey: "实际调查法"
      case .costFunction: "成本函数法"
      case .chargeStandard: "收费标准"
      case .literature: "文献"
      }
    }
  }

  /// Yuan for one unit of the quantity.
  let yuan: Ratio
  let basis: Basis
  /// The survey, function, standard or paper.
  let reference: String

  init(_ yuan: Ratio, basis: Basis, reference: String) {
    self.yuan = yuan
    self.basis = basis
    self.reference = reference
  }

  init(fields: JSONFields) throws(ContractViolation) {
    yuan = try fields.positiveRatio("yuan")
    basis = try fields.code("basis")
    reference = try fields.text("reference", limit: 1024)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("yuan", number: yuan)
    object.set("basis", code: basis)
    object.set("reference", reference)
    return .object(object)
  }
}
