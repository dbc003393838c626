import Contracts

/// Names somebody liable for a case that had nobody: the notice goes out, and an insurer that paid may take recourse.
struct NameObligor: CaseStep {
  static let name = StepName.nameObligor

  var subjectKey: String

  init(subjectKey: String) { self.subjectKey = subjectKey }

  init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    try SubjectCheck.check(subjectKey, field: fields.path("subjectKey"))
  }

  var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    guard compensation.subjectKey == nil else {
      throw .invalid(field: "body.subjectKey", reason: "the case has an obligor")
    }
    let wasNoObligor = compensation.file.noObligor
    compensation.subjectKey = subjectKey
    compensation.file.noObligor = false
    return [
      CompensationObligorNamed(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: subjectKey, wasNoObligor: wasNoObligor, penaltyNumber: compensation.penalty?.number),
      try compensation.issueNotice(in: circumstances),
    ]
  }
}
