/// How one county, or one department in it, stands at the end of a month.
public struct DispatchLine: JSONConvertible {
  /// The county (GB/T 2260).
  public var region: String
  /// The department, as the rule packs code it; absent for all of them.
  public var department: String?
  /// Clues opened in the month.
  public var clues: Int
  /// Cases started in the month.
  public var filed: Int
  /// Cases closed in the month.
  public var closed: Int
  /// Cases open at its end.
  public var open: Int
  /// Of these, cases with a period that has run out.
  public var overdue: Int
  /// The amount fixed in the month, in fen.
  public var amountFen: Int64
  /// What was received in the month, in fen.
  public var receivedFen: Int64

  public init(
    region: String, department: String? = nil, clues: Int, filed: Int, closed: Int, open: Int, overdue: Int,
    amountFen: Int64, receivedFen: Int64
  ) {
    self.region = region
    self.department = department
    self.clues = clues
    self.filed = filed
    self.closed = closed
    self.open = open
    self.overdue = overdue
    self.amountFen = amountFen
    self.receivedFen = receivedFen
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    region = try fields.region("region")
    department = try fields.optionalString("department")
    clues = try fields.integer("clues")
    filed = try fields.integer("filed")
    closed = try fields.integer("closed")
    open = try fields.integer("open")
    overdue = try fields.integer("overdue")
    amountFen = try fields.fen("amountFen")
    receivedFen = try fields.fen("receivedFen")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("region", region)
    object.set("department", department)
    object.set("clues", clues)
    object.set("filed", filed)
    object.set("closed", closed)
    object.set("open", open)
    object.set("overdue", overdue)
    object.set("amountFen", amountFen)
    object.set("receivedFen", receivedFen)
    return .object(object)
  }
}
