import Civics
import Contracts
import FoundationEssentials

/// An approved stop of a case's periods (中止), from a day until it is lifted.
struct Suspension: JSONConvertible {
  let reason: SuspensionReason
  /// Why, in words.
  let explanation: String?
  /// The leader who approved it.
  let approvedBy: String
  let from: Date
  /// When the periods ran again; nil while they stand.
  var to: Date?

  init(reason: SuspensionReason, explanation: String?, approvedBy: String, from: Date) {
    self.reason = reason
    self.explanation = explanation
    self.approvedBy = approvedBy
    self.from = from
  }

  init(fields: JSONFields) throws(ContractViolation) {
    reason = try fields.code("reason")
    explanation = try fields.optionalText("explanation", limit: 1024)
    approvedBy = try fields.string("approvedBy")
    from = try fields.instant("from")
    to = try fields.optionalInstant("to")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("reason", code: reason)
    object.set("explanation", explanation)
    object.set("approvedBy", approvedBy)
    object.set("from", from)
    object.set("to", to)
    return .object(object)
  }

  /// As legal clocks know it: whole days.
  var pause: Pause {
    Pause(from: ShanghaiTime.day(of: from), to: to.map { ShanghaiTime.day(of: $0) }, reason: reason.rawValue)
  }
}
