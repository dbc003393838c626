import Civics
import Contracts
import FoundationEssentials

/// A share of the fine as a baseline (无基准金额办案): only where no cost method applies. Where the negotiation starts, not
/// its result.
struct BaselineShare: JSONConvertible, Equatable, Sendable {
  let basis: FineBasis
  /// In fen; absent where the penalty system has told it.
  let fineFen: Int64?
  /// Why no cost method applies.
  let noCostMethod: String

  init(basis: FineBasis, fineFen: Int64? = nil, noCostMethod: String) {
    self.basis = basis
    self.fineFen = fineFen
    self.noCostMethod = noCostMethod
  }

  init(fields: JSONFields) throws(ContractViolation) {
    basis = try fields.optionalCode("basis") ?? .discretion
    fineFen = try fields.optionalFen("fineFen", minimum: 1)
    noCostMethod = try fields.text("noCostMethod", limit: 2048)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("basis", code: basis)
    object.set("fineFen", fineFen)
    object.set("noCostMethod", noCostMethod)
    return .object(object)
  }

  /// The amount, with its steps on the sheet.
  /// - Parameter told: the fines that the penalty system has told, in fen.
  func amount(
    _ rules: DamageRules, fines told: [FineBasis: Int64], _ sheet: inout DamageWorksheet
  ) throws(DamageError) -> Money {
    let key = DamageRules.Key.baselineShare
    let share = try rules.read(key, &sheet) { (rules) throws(RuleLookupError) in try rules.number(key) }
    let source = try rules.read(key, &sheet) { (rules) throws(RuleLookupError) in try rules.reference(key).source }
    if let fineFen, let known = told[basis], known != fineFen { throw .fineDiffers(basis: basis, toldFen: known) }
    guard let fine = (told[basis] ?? fineFen).map({ Money(fen: Int($0)) }) else { throw .fineUnknown(basis) }
    let origin = told[basis] == nil ? "录入" : "处罚案件系统告知"
    sheet.write("方法:无基准金额,以罚款的一定比例作为磋商基准")
    sheet.write("不适用成本法的理由:\(noCostMethod)")
    sheet.write("罚款基数 = \(fine) 元(\(basis.chinese),\(origin))")
    do throws(AmountError) {
      let amount = try fine * share
      sheet.write("基准金额 = \(fine) × \(share) = \(amount) 元(四舍五入至分;\(source))")
      return amount
    } catch {
      throw .tooLarge
    }
  }
}
