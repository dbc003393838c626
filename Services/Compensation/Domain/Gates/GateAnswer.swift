import Contracts

/// Whether a penalty case may go on at one point, and why.
struct GateAnswer: JSONConvertible, Hashable {
  let gate: PenaltyGate
  let isOpen: Bool
  let reason: GateReason

  init(_ gate: PenaltyGate, isOpen: Bool, _ reason: GateReason) {
    self.gate = gate
    self.isOpen = isOpen
    self.reason = reason
  }

  init(fields: JSONFields) throws(ContractViolation) {
    gate = try fields.code("gate")
    isOpen = try fields.bool("open")
    reason = try fields.code("reason")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("gate", code: gate)
    object.set("open", isOpen)
    object.set("reason", code: reason)
    return .object(object)
  }
}
