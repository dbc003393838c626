/// One task of the yearly plan.
public struct PlanTask: JSONConvertible {
  /// The county (GB/T 2260).
  public var region: String
  /// The department, as the rule packs code it; absent for the county as a whole.
  public var department: String?
  /// What is counted.
  public var measure: PlanMeasure
  /// How many; fen for amounts.
  public var target: Int

  public init(region: String, department: String? = nil, measure: PlanMeasure, target: Int) {
    self.region = region
    self.department = department
    self.measure = measure
    self.target = target
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    region = try fields.region("region")
    department = try fields.optionalString("department")
    measure = try fields.code("measure")
    target = try fields.integer("target")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("region", region)
    object.set("department", department)
    object.set("measure", code: measure)
    object.set("target", target)
    return .object(object)
  }
}
