import Contracts
import FoundationEssentials

/// An assessment as it is kept: never changed; a later one of the same case replaces it.
struct DamageAssessment: Sendable {
  let id: UUID
  let caseId: UUID
  let report: DamageReport
  let sum: DamageSum
  let at: Date
  let by: String

  /// What is kept of it beside its columns.
  var document: JSON {
    var object = JSONObject()
    object.set("report", report)
    object.set("heads", sum.heads)
    object.set("derivation", sum.derivation)
    object.set("rules", sum.rules)
    return .object(object)
  }
}
