import Contracts
import FoundationEssentials

/// One consultation with the obligor (初步商议).
struct Consultation: JSONConvertible {
  let heldAt: Date
  let outcome: ConsultationOutcome
  /// The number of the record (笔录).
  let recordNumber: String?
  let actor: String

  init(heldAt: Date, outcome: ConsultationOutcome, recordNumber: String?, actor: String) {
    self.heldAt = heldAt
    self.outcome = outcome
    self.recordNumber = recordNumber
    self.actor = actor
  }

  init(fields: JSONFields) throws(ContractViolation) {
    heldAt = try fields.instant("heldAt")
    outcome = try fields.code("outcome")
    recordNumber = try fields.optionalString("recordNumber")
    actor = try fields.string("actor")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("heldAt", heldAt)
    object.set("outcome", code: outcome)
    object.set("recordNumber", recordNumber)
    object.set("actor", actor)
    return .object(object)
  }
}
