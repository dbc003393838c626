import Contracts

/// Follows the case as a key case no longer.
struct LiftKey: CaseStep {
  static let name = StepName.liftKey

  init() {}
  init(fields: JSONFields) throws(ContractViolation) {}
  var json: JSON { .object(JSONObject()) }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    guard let followed = compensation.file.company.keyCase else {
      throw .invalid(field: "body", reason: "the case is no key case")
    }
    guard followed.level == .county || circumstances.isOfCity else {
      throw .invalid(field: "body", reason: "the city follows the case: it alone may change that")
    }
    compensation.file.company.keyCase = nil
    return [
      CompensationKeyCaseLifted(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, level: followed.level)
    ]
  }
}
