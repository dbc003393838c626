public import FoundationEssentials

/// A place below the county, and its position.
public struct ComplaintPlace: JSONConvertible {
  /// The township or the village by its statistical code: nine or twelve digits that begin with the region.
  public var area: String?
  /// The grid cell (网格), as the city numbers its cells.
  public var grid: String?
  /// Degrees east (CGCS2000, the same as WGS 84), from -180 to 180.
  public var longitude: Decimal?
  /// Degrees north (CGCS2000, the same as WGS 84), from -90 to 90.
  public var latitude: Decimal?

  public init(area: String? = nil, grid: String? = nil, longitude: Decimal? = nil, latitude: Decimal? = nil) {
    self.area = area
    self.grid = grid
    self.longitude = longitude
    self.latitude = latitude
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    area = try Self.area(fields)
    grid = try fields.optionalString("grid", limit: 64)
    longitude = try Self.degrees("longitude", within: 180, fields)
    latitude = try Self.degrees("latitude", within: 90, fields)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("area", area)
    object.set("grid", grid)
    object.set("longitude", longitude)
    object.set("latitude", latitude)
    return .object(object)
  }

  private static func area(_ fields: JSONFields) throws(ContractViolation) -> String? {
    guard let text = try fields.optionalString("area") else { return nil }
    guard text.utf8.count == 9 || text.utf8.count == 12, text.utf8.allSatisfy({ Byte.zero...Byte.nine ~= $0 }) else {
      throw fields.violation(.fieldFormat, "area", "Expected the nine digits of a township or the twelve of a village.")
    }
    return text
  }

  private static func degrees(
    _ name: String, within bound: Decimal, _ fields: JSONFields
  ) throws(ContractViolation) -> Decimal? {
    guard let degrees = try fields.optionalDecimal(name) else { return nil }
    guard -bound...bound ~= degrees else {
      throw fields.violation(.fieldRange, name, "The number must lie from -\(bound) to \(bound).")
    }
    return degrees
  }
}
