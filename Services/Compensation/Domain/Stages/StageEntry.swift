import Contracts
import FoundationEssentials

/// When a case entered a stage; the list of them is the way it went.
struct StageEntry: JSONConvertible {
  let stage: CompensationStatus
  let at: Date

  init(stage: CompensationStatus, at: Date) {
    self.stage = stage
    self.at = at
  }

  init(fields: JSONFields) throws(ContractViolation) {
    stage = try fields.code("stage")
    at = try fields.instant("at")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("stage", code: stage)
    object.set("at", at)
    return .object(object)
  }
}
