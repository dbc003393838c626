import Contracts
import FoundationEssentials

/// Begins to perform what was agreed (开始履行): to pay, and to restore.
struct StartPerformance: CaseStep {
  static let name = StepName.startPerformance

  /// When it began; absent means now.
  var startedAt: Date?

  init(
    startedAt: Date? = nil
  ) {
    self.startedAt = startedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    startedAt = try fields.optionalInstant("startedAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("startedAt", startedAt)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    let agreement = try compensation.signedAgreement()
    let startedAt = startedAt ?? circumstances.now
    guard startedAt >= agreement.signedAt, startedAt <= circumstances.now else {
      throw .invalid(field: "body.startedAt", reason: "performance begins after signing, not in the future")
    }
    if compensation.status == .agreed { try compensation.enter(.performing, in: circumstances) }
    guard var project = compensation.file.settlement.project else { return [] }
    guard project.startedAt == nil else { throw .settlement(.doneBefore("restoration began")) }
    project.startedAt = startedAt
    compensation.file.settlement.project = project
    return [
      RestorationStarted(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId, projectId: project.id)
    ]
  }
}
