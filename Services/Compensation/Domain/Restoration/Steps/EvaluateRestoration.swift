import Contracts
import FoundationEssentials

/// What the evaluation of the effect came to (修复效果评估); goals that are not met have the restoration go on.
struct EvaluateRestoration: CaseStep {
  static let name = StepName.evaluateRestoration

  /// Whether its goals are met.
  var met: Bool
  /// The body that evaluated; absent for experts and the bureau itself.
  var evaluatorKey: String?
  /// The report of the evaluation.
  var report: EvidenceReference?

  init(
    met: Bool, evaluatorKey: String? = nil, report: EvidenceReference? = nil
  ) {
    self.met = met
    self.evaluatorKey = evaluatorKey
    self.report = report
  }

  init(fields: JSONFields) throws(ContractViolation) {
    met = try fields.bool("met")
    evaluatorKey = try fields.optionalSubjectKey("evaluatorKey")
    report = try fields.optionalObject("report")

    if let evaluatorKey { try SubjectCheck.check(evaluatorKey, field: fields.path("evaluatorKey")) }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("met", met)
    object.set("evaluatorKey", evaluatorKey)
    object.set("report", report)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    guard var project = compensation.file.settlement.project, project.completedAt != nil else {
      throw .settlement(.first("complete-restoration"))
    }
    guard project.metAt == nil else { throw .settlement(.doneBefore("the goals were found met")) }
    guard evaluatorKey == nil || evaluatorKey != compensation.subjectKey else {
      throw .invalid(field: "body.evaluatorKey", reason: "nobody evaluates their own restoration")
    }
    let evaluation = RestorationEvaluation(
      number: project.evaluations.count + 1, at: circumstances.now, met: met, evaluatorKey: evaluatorKey,
      report: report)
    project.evaluations.append(evaluation)
    if met { project.metAt = circumstances.now }
    compensation.file.settlement.project = project
    if met { compensation.meetPerformance() }
    return [
      RestorationEvaluated(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId, projectId: project.id,
        evaluation: evaluation.number, met: met, evaluatorKey: evaluatorKey, documentSha256: report?.sha256)
    ]
  }
}
