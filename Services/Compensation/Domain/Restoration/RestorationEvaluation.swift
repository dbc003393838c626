import Contracts
import FoundationEssentials

/// What an evaluation of the effect came to (修复效果评估).
struct RestorationEvaluation: JSONConvertible {
  /// Which of the project it is, from 1.
  var number: Int
  var at: Date
  var met: Bool
  /// The body that evaluated; absent for experts and the bureau itself.
  var evaluatorKey: String?
  var report: EvidenceReference?

  init(
    number: Int, at: Date, met: Bool, evaluatorKey: String? = nil, report: EvidenceReference? = nil
  ) {
    self.number = number
    self.at = at
    self.met = met
    self.evaluatorKey = evaluatorKey
    self.report = report
  }

  init(fields: JSONFields) throws(ContractViolation) {
    number = try fields.integer("number")
    at = try fields.instant("at")
    met = try fields.bool("met")
    evaluatorKey = try fields.optionalSubjectKey("evaluatorKey")
    report = try fields.optionalObject("report")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("number", number)
    object.set("at", at)
    object.set("met", met)
    object.set("evaluatorKey", evaluatorKey)
    object.set("report", report)
    return .object(object)
  }
}
