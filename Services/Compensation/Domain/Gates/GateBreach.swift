import Contracts
import FoundationEssentials

/// A gate that a penalty case went through while it was closed.
struct GateBreach: JSONConvertible, Hashable {
  let gate: PenaltyGate
  /// When the penalty case went through.
  let passedAt: Date
  /// Why the gate was closed then.
  let reason: GateReason

  init(_ gate: PenaltyGate, passedAt: Date, _ reason: GateReason) {
    self.gate = gate
    self.passedAt = passedAt
    self.reason = reason
  }

  init(fields: JSONFields) throws(ContractViolation) {
    gate = try fields.code("gate")
    passedAt = try fields.instant("passedAt")
    reason = try fields.code("reason")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("gate", code: gate)
    object.set("passedAt", passedAt)
    object.set("reason", code: reason)
    return .object(object)
  }
}
