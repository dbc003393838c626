import Civics
import Contracts
import FoundationEssentials

/// Something measured that the conditions of an item ask for, exact.
struct Measurement: JSONConvertible {
  /// A code of `lenience.catalogue.limits`.
  let measure: String
  let value: Decimal

  init(fields: JSONFields) throws(ContractViolation) {
    measure = try fields.string("measure")
    value = try fields.decimal("value")
    guard Ratio(value.description) != nil else {
      throw fields.violation(.fieldRange, "value", "At most 15 digits before the point and 12 after it are taken.")
    }
  }

  /// The same number as rule packs write it.
  var ratio: Ratio? { Ratio(value.description) }

  var json: JSON {
    var object = JSONObject()
    object.set("measure", measure)
    object.set("value", value)
    return .object(object)
  }
}
