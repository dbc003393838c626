import Contracts
import FoundationEssentials

/// Records part of a restoration that was done, in the units of its plan.
struct RecordRestoration: CaseStep {
  static let name = StepName.recordRestoration

  /// What was done now.
  var done: [RestorationMeasure]
  var evidence: [EvidenceReference]

  init(
    done: [RestorationMeasure], evidence: [EvidenceReference] = []
  ) {
    self.done = done
    self.evidence = evidence
  }

  init(fields: JSONFields) throws(ContractViolation) {
    done = try fields.objects("done", required: true, maximum: 32)
    evidence = try fields.objects("evidence", maximum: 32)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("done", done)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var project = try compensation.runningProject()
    guard !done.isEmpty else { throw .invalid(field: "body.done", reason: "say what was done") }
    for (index, part) in done.enumerated() {
      guard project.measures.contains(where: { $0.isLike(part) }) else {
        throw .invalid(field: "body.done[\(index)]", reason: "the plan has nothing of this mode, unit and work")
      }
      guard part.quantity > 0 else {
        throw .invalid(field: "body.done[\(index)].quantity", reason: "the quantity must be above zero")
      }
      try project.add(part, field: "body.done[\(index)].quantity")
    }
    compensation.file.settlement.project = project
    return [
      RestorationProgressed(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId, projectId: project.id,
        done: done.map { $0.withoutValue })
    ]
  }
}
