import Contracts

/// Issues the notice on the duty of compensation (告知单) once more, as after a failed service.
struct IssueNotice: CaseStep {
  static let name = StepName.issueNotice

  init() {}
  init(fields: JSONFields) throws(ContractViolation) {}
  var json: JSON { .object(JSONObject()) }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    [try compensation.issueNotice(in: circumstances)]
  }
}
