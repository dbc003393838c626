import Civics
import Contracts
import FoundationEssentials

/// A coefficient that somebody entered, with where they have it from: the standards' own tables are not all public.
struct CitedCoefficient: JSONConvertible, Equatable, Sendable {
  let value: Ratio
  /// The table, report or expert it rests on.
  let reason: String

  init(_ value: Ratio, reason: String) {
    self.value = value
    self.reason = reason
  }

  init(fields: JSONFields) throws(ContractViolation) {
    value = try fields.ratio("value")
    reason = try fields.text("reason", limit: 1024)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("value", number: value)
    object.set("reason", reason)
    return .object(object)
  }
}
