/// One class of units within a draw: what it was drawn from, and how many were to be drawn.
public struct DrawStratum: JSONConvertible {
  /// The class.
  public var inspectionClass: InspectionClass
  /// How many units the pool holds.
  public var units: Int
  /// How many lines the pool holds: a unit that weighs more has more.
  public var tickets: Int
  /// SHA-256 of the pool: its lines, sorted, a line feed after each.
  public var poolSha256: String
  /// How many units were to be drawn.
  public var quota: Int
  /// Where the quota comes from.
  public var rule: RuleReference

  public init(
    inspectionClass: InspectionClass, units: Int, tickets: Int, poolSha256: String, quota: Int, rule: RuleReference
  ) {
    self.inspectionClass = inspectionClass
    self.units = units
    self.tickets = tickets
    self.poolSha256 = poolSha256
    self.quota = quota
    self.rule = rule
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    inspectionClass = try fields.code("inspectionClass")
    units = try fields.integer("units")
    tickets = try fields.integer("tickets")
    poolSha256 = try fields.sha256("poolSha256")
    quota = try fields.integer("quota")
    rule = try fields.object("rule")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("inspectionClass", code: inspectionClass)
    object.set("units", units)
    object.set("tickets", tickets)
    object.set("poolSha256", poolSha256)
    object.set("quota", quota)
    object.set("rule", rule)
    return .object(object)
  }
}
