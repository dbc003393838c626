import Contracts

/// Ends a case without performance for a listed reason (终止).
struct Terminate: CaseStep {
  static let name = StepName.terminate

  var reason: NotStartedReason
  var explanation: String?

  init(reason: NotStartedReason, explanation: String? = nil) {
    self.reason = reason
    self.explanation = explanation
  }

  init(fields: JSONFields) throws(ContractViolation) {
    reason = try fields.code("reason")
    explanation = try fields.optionalText("explanation", limit: 2048)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("reason", code: reason)
    object.set("explanation", explanation)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    try compensation.allow(reason, in: circumstances)
    compensation.file.notStarted = reason
    compensation.file.article = try circumstances.rules.article(CompensationRules.Key.reasons)
    return [try compensation.close(as: .terminated, performed: reason == .performed, in: circumstances)]
  }
}
