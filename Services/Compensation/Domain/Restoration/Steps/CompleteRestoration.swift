import Contracts
import FoundationEssentials

/// Finds all of a restoration done; its effect is evaluated next, unless nothing in it needs that.
struct CompleteRestoration: CaseStep {
  static let name = StepName.completeRestoration

  /// The report of completion (竣工报告).
  var report: EvidenceReference?

  init(
    report: EvidenceReference? = nil
  ) {
    self.report = report
  }

  init(fields: JSONFields) throws(ContractViolation) {
    report = try fields.optionalObject("report")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("report", report)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var project = try compensation.runningProject()
    let lacking = project.lacking
    guard lacking.isEmpty else { throw .settlement(.notAllDone(lacking)) }
    project.completedAt = circumstances.now
    let needsEvaluation = try circumstances.rules.needsEvaluation(project.measures)
    if !needsEvaluation { project.metAt = circumstances.now }
    compensation.file.settlement.project = project
    if needsEvaluation { try compensation.enter(.evaluation, in: circumstances) }
    compensation.meetPerformance()
    return [
      RestorationCompleted(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId, projectId: project.id,
        done: project.done)
    ]
  }
}
