import Contracts
import FoundationEssentials

/// An expert who stands back before the draw (回避).
struct ExcludedExpert: JSONConvertible {
  var expertNumber: String
  var ground: ExclusionGround
  /// In words, where it was declared.
  var reason: String?

  init(
    expertNumber: String, ground: ExclusionGround, reason: String? = nil
  ) {
    self.expertNumber = expertNumber
    self.ground = ground
    self.reason = reason
  }

  init(fields: JSONFields) throws(ContractViolation) {
    expertNumber = try fields.string("expertNumber")
    ground = try fields.code("ground")
    reason = try fields.optionalText("reason", limit: 512)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("expertNumber", expertNumber)
    object.set("ground", code: ground)
    object.set("reason", reason)
    return .object(object)
  }
}
