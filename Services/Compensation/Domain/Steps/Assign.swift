import Contracts
import FoundationEssentials

/// Gives the case to the department that handles it (交办).
struct Assign: CaseStep {
  static let name = StepName.assign

  /// A code of the rule packs.
  var department: String
  /// Its unit in the region.
  var unit: String?

  init(department: String, unit: String? = nil) {
    self.department = department
    self.unit = unit
  }

  init(fields: JSONFields) throws(ContractViolation) {
    department = try fields.string("department", limit: 64)
    unit = try fields.optionalString("unit")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("department", department)
    object.set("unit", unit)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    let listed = try circumstances.rules.departments()
    guard listed.contains(department) else {
      throw .codeNotListed(field: "body.department", code: department, listed: listed)
    }
    compensation.file.department = department
    compensation.file.unit = unit
    return [
      CompensationAssigned(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, department: department, unit: unit)
    ]
  }
}
