import Contracts
import FoundationEssentials

/// A unit as staff register it.
struct UnitForm: JSONConvertible {
  var region: String
  var inspectionClass: InspectionClass
  var groups: [String]
  var trades: [String]
  var dailyEmissionGrams: Int?
  var active: Bool

  /// A billion tonnes; what is more is a mistake.
  static let largestEmission = 1_000_000_000_000_000

  init(fields: JSONFields) throws(ContractViolation) {
    region = try fields.region("region")
    inspectionClass = try fields.code("inspectionClass")
    groups = Set(try fields.strings("groups", maximum: 16, limit: 64)).sorted()
    trades = Set(try fields.strings("trades", maximum: 16, limit: 64)).sorted()
    dailyEmissionGrams = try fields.optionalInteger("dailyEmissionGrams", in: 0...UnitForm.largestEmission)
    active = try fields.optionalBool("active") ?? true
    guard inspectionClass != .special else {
      throw fields.violation(
        .fieldUnknownValue, "inspectionClass",
        "A unit is registered as key or general; special follows from its record.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("region", region)
    object.set("inspectionClass", code: inspectionClass)
    object.set("groups", groups)
    object.set("trades", trades)
    object.set("dailyEmissionGrams", dailyEmissionGrams)
    object.set("active", active)
    return .object(object)
  }
}
