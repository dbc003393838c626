import Civics
import Contracts
import ServiceKit

/// A draw as staff begin it.
struct DrawForm: JSONConvertible {
  let region: String
  let level: InspectionLevel
  let quarter: String

  init(fields: JSONFields) throws(ContractViolation) {
    region = try fields.region("region")
    level = try fields.code("level")
    quarter = try fields.string("quarter", limit: 7)
    do throws(RegionCodeError) { _ = try RegionCode(region) } catch {
      throw fields.violation(.regionUnknown, "region")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("region", region)
    object.set("level", code: level)
    object.set("quarter", quarter)
    return .object(object)
  }

  /// Nil for what is no quarter.
  var period: FigurePeriod? { FigurePeriod(quarter).flatMap { $0.isQuarter ? $0 : nil } }

  static let badQuarter = Problem(
    status: 422, code: "field-range", title: "The request does not fit",
    detail: "Expected a quarter such as 2026-Q1 that is not over.", field: "body.quarter")
}
