public import FoundationEssentials

/// One thing to be done to make damage good.
public struct RestorationMeasure: JSONConvertible {
  /// In which way.
  public var mode: RestorationMode
  /// What it is counted in.
  public var unit: RestorationUnit
  /// How much.
  public var quantity: Decimal
  /// What of the amount it makes good, in fen.
  public var valueFen: Int64?
  /// The kind of labour, as a code of the rule packs.
  public var work: String?

  public init(
    mode: RestorationMode, unit: RestorationUnit, quantity: Decimal, valueFen: Int64? = nil, work: String? = nil
  ) {
    self.mode = mode
    self.unit = unit
    self.quantity = quantity
    self.valueFen = valueFen
    self.work = work
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    mode = try fields.code("mode")
    unit = try fields.code("unit")
    quantity = try fields.decimal("quantity")
    valueFen = try fields.optionalFen("valueFen")
    work = try fields.optionalString("work")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("mode", code: mode)
    object.set("unit", code: unit)
    object.set("quantity", quantity)
    object.set("valueFen", valueFen)
    object.set("work", work)
    return .object(object)
  }
}
