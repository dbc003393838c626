public import FoundationEssentials

/// One part of an amount to be paid.
public struct Instalment: JSONConvertible {
  /// Its place in the plan, from 1.
  public var number: Int
  /// What is to be paid, in fen.
  public var amountFen: Int64
  /// The first instant after the day it is to be paid by.
  public var due: Date

  public init(
    number: Int, amountFen: Int64, due: Date
  ) {
    self.number = number
    self.amountFen = amountFen
    self.due = due
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    number = try fields.integer("number")
    amountFen = try fields.fen("amountFen")
    due = try fields.instant("due")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("number", number)
    object.set("amountFen", amountFen)
    object.set("due", due)
    return .object(object)
  }
}
