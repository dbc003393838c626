import Civics
import Contracts
import FoundationEssentials

/// Has a restoration go on whose goals were not met (继续修复), with what is still to be done.
struct ContinueRestoration: CaseStep {
  static let name = StepName.continueRestoration

  /// What is still to be done, beside what was.
  var measures: [RestorationMeasure]
  /// The day by which it is done.
  var performBy: CivilDate

  init(
    measures: [RestorationMeasure], performBy: CivilDate
  ) {
    self.measures = measures
    self.performBy = performBy
  }

  init(fields: JSONFields) throws(ContractViolation) {
    measures = try fields.objects("measures", required: true, maximum: 32)
    performBy = try fields.day("performBy")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("measures", measures)
    object.set("performBy", day: performBy)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    guard var project = compensation.file.settlement.project, let last = project.evaluations.last, !last.met else {
      throw .settlement(.first("evaluate-restoration that finds the goals not met"))
    }
    guard let decision = compensation.file.settlement.decision else { throw .settlement(.first("decide-restoration")) }
    guard !measures.isEmpty else { throw .invalid(field: "body.measures", reason: "say what is still to be done") }
    let end = ShanghaiTime.end(of: performBy)
    guard end > circumstances.now else {
      throw .invalid(field: "body.performBy", reason: "the day lies in the past")
    }
    try circumstances.rules.check(measures, under: decision)
    for (index, measure) in measures.enumerated() {
      try project.plan(measure, field: "body.measures[\(index)].quantity")
    }
    project.completedAt = nil
    compensation.file.settlement.project = project
    try compensation.enter(.performing, in: circumstances)
    let deadline = circumstances.rules.agreed(.performance, from: circumstances.now, to: end, by: "继续修复要求")
    compensation.file.deadlines.append(deadline)
    return [
      RestorationContinued(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId, projectId: project.id,
        measures: measures, dueDates: [deadline.dueDate])
    ]
  }
}
