import Contracts
import FoundationEssentials

/// Has the authority restore what the obligor did not in time, at the obligor's cost (代为修复, 民法典 第一千二百三十四条).
struct TakeOverRestoration: CaseStep {
  static let name = StepName.takeOverRestoration

  /// What the obligor owes for it, in fen.
  var costFen: Int64

  init(
    costFen: Int64
  ) {
    self.costFen = costFen
  }

  init(fields: JSONFields) throws(ContractViolation) {
    costFen = try fields.fen("costFen")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("costFen", costFen)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var project = try compensation.runningProject()
    guard project.takenOverAt == nil else { throw .settlement(.doneBefore("the authority took over")) }
    guard costFen > 0 else { throw .invalid(field: "body.costFen", reason: "restoring costs something") }
    let late = compensation.file.deadlines.contains {
      $0.kind == .performance && $0.metAt == nil && $0.dueDate.due <= circumstances.now
    }
    guard late else {
      throw .invalid(field: "body", reason: "the obligor's time for restoring is not over")
    }
    project.performer = .authority
    project.takenOverAt = circumstances.now
    project.costFen = costFen
    compensation.file.settlement.project = project
    return [
      RestorationTakenOver(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId, projectId: project.id,
        costFen: costFen)
    ]
  }
}
