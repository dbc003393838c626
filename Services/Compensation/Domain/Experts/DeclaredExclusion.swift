import Contracts
import FoundationEssentials

/// An expert who stands back since a party or the expert says so (回避).
struct DeclaredExclusion: JSONConvertible {
  var expertNumber: String
  var reason: String

  init(
    expertNumber: String, reason: String
  ) {
    self.expertNumber = expertNumber
    self.reason = reason
  }

  init(fields: JSONFields) throws(ContractViolation) {
    expertNumber = try fields.string("expertNumber")
    reason = try fields.text("reason", limit: 512)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("expertNumber", expertNumber)
    object.set("reason", reason)
    return .object(object)
  }
}
