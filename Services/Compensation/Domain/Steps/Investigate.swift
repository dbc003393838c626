import Contracts

/// Begins the investigation (调查).
struct Investigate: CaseStep {
  static let name = StepName.investigate

  init() {}
  init(fields: JSONFields) throws(ContractViolation) {}
  var json: JSON { .object(JSONObject()) }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    try compensation.enter(.investigation, in: circumstances)
    return []
  }
}
