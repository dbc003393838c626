import Contracts
import FoundationEssentials

/// When a case entered a stage; the list of them is the way it went.
struct StageEntry: JSONConvertible {
  let stage: CompensationStatus
  let at: Date
  /// Who answers for the node: who took the case there, and the department that had it then.
  let owner: String?
  let department: String?

  init(stage: CompensationStatus, at: Date, owner: String? = nil, department: String? = nil) {
    self.stage = stage
    self.at = at
    self.owner = owner
    self.department = department
  }

  init(fields: JSONFields) throws(ContractViolation) {
    stage = try fields.code("stage")
    at = try fields.instant("at")
    owner = try fields.optionalString("owner")
    department = try fields.optionalString("department")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("stage", code: stage)
    object.set("at", at)
    object.set("owner", owner)
    object.set("department", department)
    return .object(object)
  }
}
