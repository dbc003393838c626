/// One unit drawn, with the inspectors drawn for it.
public struct DrawnInspection: JSONConvertible {
  /// Its place in the draw, from 1.
  public var rank: Int
  /// The class it was drawn from.
  public var inspectionClass: InspectionClass
  /// The unit.
  public var subjectKey: String
  /// The inspectors, by the numbers of their certificates (执法证号), in the order of the draw.
  public var inspectors: [String]
  /// Inspectors drawn before them who stood back (回避).
  public var avoided: [String]

  public init(
    rank: Int, inspectionClass: InspectionClass, subjectKey: String, inspectors: [String], avoided: [String] = []
  ) {
    self.rank = rank
    self.inspectionClass = inspectionClass
    self.subjectKey = subjectKey
    self.inspectors = inspectors
    self.avoided = avoided
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    rank = try fields.integer("rank")
    inspectionClass = try fields.code("inspectionClass")
    subjectKey = try fields.subjectKey("subjectKey")
    inspectors = try fields.strings("inspectors", required: true, maximum: 8)
    avoided = try fields.strings("avoided")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("rank", rank)
    object.set("inspectionClass", code: inspectionClass)
    object.set("subjectKey", subjectKey)
    object.set("inspectors", inspectors)
    object.set("avoided", avoided.isEmpty ? nil : avoided)
    return .object(object)
  }
}
