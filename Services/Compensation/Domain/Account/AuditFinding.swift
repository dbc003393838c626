import Contracts
import FoundationEssentials

/// One thing that an auditor found.
struct AuditFinding: JSONConvertible, Sendable, Equatable {
  let text: String
  /// The entry it is about.
  let entryId: UUID?

  init(_ text: String, entryId: UUID? = nil) {
    self.text = text
    self.entryId = entryId
  }

  init(fields: JSONFields) throws(ContractViolation) {
    text = try fields.text("text", limit: 2048)
    entryId = try fields.optionalUUID("entryId")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("text", text)
    object.set("entryId", entryId)
    return .object(object)
  }
}
