import Contracts
import FoundationEssentials

/// A condition of payment that is met (具备条件), with what shows it.
struct MetCondition: JSONConvertible, Sendable, Equatable {
  /// As the rule packs code it.
  let code: String
  /// The report, agreement or policy.
  let evidence: String

  init(_ code: String, evidence: String) {
    self.code = code
    self.evidence = evidence
  }

  init(fields: JSONFields) throws(ContractViolation) {
    code = try fields.string("code", limit: 64)
    evidence = try fields.text("evidence", limit: 1024)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("code", code)
    object.set("evidence", evidence)
    return .object(object)
  }
}
