import Contracts
import FoundationEssentials

/// The result of a double-random inspection as staff record it.
struct ResultForm: JSONConvertible {
  let subjectKey: String
  let inspectionNumber: String
  let inspectedAt: Date
  let onSite: Bool
  let problems: Bool
  let factCodes: [String]
  let article: String?
  let evidence: [EvidenceReference]

  init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    inspectionNumber = try fields.string("inspectionNumber", limit: 128)
    inspectedAt = try fields.instant("inspectedAt")
    onSite = try fields.optionalBool("onSite") ?? true
    problems = try fields.bool("problems")
    factCodes = try fields.strings("factCodes", maximum: 32)
    article = try fields.optionalString("article")
    evidence = try fields.objects("evidence", maximum: 32)
    guard problems == !factCodes.isEmpty else {
      throw fields.violation(
        .fieldFormat, "factCodes", "Where problems were found their codes are told, and only there.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("inspectionNumber", inspectionNumber)
    object.set("inspectedAt", inspectedAt)
    object.set("onSite", onSite)
    object.set("problems", problems)
    object.set("factCodes", factCodes)
    object.set("article", article)
    object.set("evidence", evidence)
    return .object(object)
  }
}
