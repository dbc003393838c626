import Civics
import Contracts
import FoundationEssentials

/// What was measured of one pollutant, beside its limit, in one unit.
struct Pollutant: JSONConvertible, Equatable, Sendable {
  /// Such as COD.
  let code: String
  let measured: Ratio
  let limit: Ratio

  init(_ code: String, measured: Ratio, limit: Ratio) {
    self.code = code
    self.measured = measured
    self.limit = limit
  }

  init(fields: JSONFields) throws(ContractViolation) {
    code = try fields.string("code", limit: 64)
    measured = try fields.ratio("measured")
    limit = try fields.ratio("limit")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("code", code)
    object.set("measured", number: measured)
    object.set("limit", number: limit)
    return .object(object)
  }

  /// By how many times the limit is exceeded (超标倍数): (Z − B) ÷ B.
  /// - Throws: ``DamageError/zeroLimit(field:)`` for a limit of nothing.
  func multiple(field: String) throws(DamageError) -> Ratio {
    guard limit > .zero else { throw .zeroLimit(field: field) }
    do throws(AmountError) { return try (measured - limit) / limit } catch { throw .tooLarge }
  }
}
