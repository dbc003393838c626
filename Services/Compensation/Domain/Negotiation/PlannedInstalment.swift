import Civics
import Contracts
import FoundationEssentials

/// One part of an amount as the parties plan it.
struct PlannedInstalment: JSONConvertible {
  /// What is to be paid, in fen.
  var amountFen: Int64
  /// The day by which it is paid.
  var by: CivilDate

  init(
    amountFen: Int64, by: CivilDate
  ) {
    self.amountFen = amountFen
    self.by = by
  }

  init(fields: JSONFields) throws(ContractViolation) {
    amountFen = try fields.fen("amountFen")
    by = try fields.day("by")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("amountFen", amountFen)
    object.set("by", day: by)
    return .object(object)
  }
}
