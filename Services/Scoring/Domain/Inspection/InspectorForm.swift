import Contracts
import FoundationEssentials

/// An inspector as staff register one.
struct InspectorForm: JSONConvertible {
  var region: String
  var interests: [String]
  var active: Bool

  static let mostInterests = 64

  init(fields: JSONFields) throws(ContractViolation) {
    region = try fields.region("region")
    interests = Set(try fields.strings("interests", maximum: InspectorForm.mostInterests)).sorted()
    active = try fields.optionalBool("active") ?? true
  }

  var json: JSON {
    var object = JSONObject()
    object.set("region", region)
    object.set("interests", interests)
    object.set("active", active)
    return .object(object)
  }
}
