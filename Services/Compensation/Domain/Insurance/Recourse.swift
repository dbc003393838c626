import Contracts
import FoundationEssentials

/// What the insurer recovers from an obligor who was found after it paid (追偿).
struct Recourse: JSONConvertible, Sendable, Equatable {
  let subjectKey: String
  let amountFen: Int64
  let openedAt: Date
  /// What was received from the obligor for the insurer.
  var recoveredFen: Int64 = 0
  /// What was handed on to the insurer.
  var remittedFen: Int64 = 0

  /// What the obligor still owes the insurer.
  var outstandingFen: Int64 { max(0, amountFen - recoveredFen) }

  init(subjectKey: String, amountFen: Int64, openedAt: Date) {
    self.subjectKey = subjectKey
    self.amountFen = amountFen
    self.openedAt = openedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    amountFen = try fields.fen("amountFen")
    openedAt = try fields.instant("openedAt")
    recoveredFen = try fields.fen("recoveredFen")
    remittedFen = try fields.fen("remittedFen")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("amountFen", amountFen)
    object.set("openedAt", openedAt)
    object.set("recoveredFen", recoveredFen)
    object.set("remittedFen", remittedFen)
    return .object(object)
  }
}
