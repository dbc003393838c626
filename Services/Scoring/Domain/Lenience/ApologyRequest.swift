import Contracts
import FoundationEssentials

/// A firm's request in writing to apologise in public, as staff enter it.
struct ApologyRequest: JSONConvertible {
  let subjectKey: String
  let penaltyNumber: String
  /// When it came in.
  let requestedAt: Date
  let evidence: [EvidenceReference]

  init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    requestedAt = try fields.instant("requestedAt")
    evidence = try fields.objects("evidence", maximum: 32)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("penaltyNumber", penaltyNumber)
    object.set("requestedAt", requestedAt)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }
}
