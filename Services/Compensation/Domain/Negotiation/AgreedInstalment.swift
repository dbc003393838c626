import Contracts
import FoundationEssentials

/// One part of the amount, with what became of it.
struct AgreedInstalment: JSONConvertible {
  /// Its place in the plan, from 1.
  var number: Int
  /// What is to be paid, in fen.
  var amountFen: Int64
  /// The first instant after the day it is to be paid by.
  var due: Date
  /// When what was received covered it and all before it.
  var paidAt: Date?

  init(
    number: Int, amountFen: Int64, due: Date, paidAt: Date? = nil
  ) {
    self.number = number
    self.amountFen = amountFen
    self.due = due
    self.paidAt = paidAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    number = try fields.integer("number")
    amountFen = try fields.fen("amountFen")
    due = try fields.instant("due")
    paidAt = try fields.optionalInstant("paidAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("number", number)
    object.set("amountFen", amountFen)
    object.set("due", due)
    object.set("paidAt", paidAt)
    return .object(object)
  }

  var instalment: Instalment { Instalment(number: number, amountFen: amountFen, due: due) }
}
