import Contracts
import FoundationEssentials

/// What became of a petition in another service: a score that fell, a colour that changed, a compensation case.
struct CaseOutcome: JSONConvertible {
  /// The id of the event that told it: the same event is recorded once.
  let eventId: String
  /// Its type, such as `ecoredress.colour.changed.v1`.
  let type: String
  let at: Date
  /// What it says, in a few public words: `yellow`, `clue-opened`.
  let result: String
  var subjectKey: String?
  /// The compensation case.
  var caseId: UUID?

  init(eventId: String, type: String, at: Date, result: String, subjectKey: String? = nil, caseId: UUID? = nil) {
    self.eventId = eventId
    self.type = type
    self.at = at
    self.result = result
    self.subjectKey = subjectKey
    self.caseId = caseId
  }

  init(fields: JSONFields) throws(ContractViolation) {
    eventId = try fields.string("eventId")
    type = try fields.string("type")
    at = try fields.instant("at")
    result = try fields.string("result")
    subjectKey = try fields.optionalString("subjectKey")
    caseId = try fields.optionalUUID("caseId")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("eventId", eventId)
    object.set("type", type)
    object.set("at", at)
    object.set("result", result)
    object.set("subjectKey", subjectKey)
    object.set("caseId", caseId)
    return .object(object)
  }
}
