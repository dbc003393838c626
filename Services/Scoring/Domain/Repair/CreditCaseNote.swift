import Contracts
import FoundationEssentials

/// What was done with a case, when and by whom.
struct CreditCaseNote: JSONConvertible {
  let step: String
  let at: Date
  let by: String
  /// In words of staff.
  let text: String?

  init(step: String, at: Date, by: String, text: String? = nil) {
    self.step = step
    self.at = at
    self.by = by
    self.text = text
  }

  init(fields: JSONFields) throws(ContractViolation) {
    step = try fields.string("step")
    at = try fields.instant("at")
    by = try fields.string("by")
    text = try fields.optionalText("text", limit: 4096)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("step", step)
    object.set("at", at)
    object.set("by", by)
    object.set("text", text)
    return .object(object)
  }
}
