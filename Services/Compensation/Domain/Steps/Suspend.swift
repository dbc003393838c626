import Contracts
import FoundationEssentials

/// Lets the periods of a case stand, with a leader's approval (中止). A clock of its own says by when they must run again.
struct Suspend: CaseStep {
  static let name = StepName.suspend

  var reason: SuspensionReason
  var explanation: String?

  init(reason: SuspensionReason, explanation: String? = nil) {
    self.reason = reason
    self.explanation = explanation
  }

  init(fields: JSONFields) throws(ContractViolation) {
    reason = try fields.code("reason")
    explanation = try fields.optionalText("explanation", limit: 1024)
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
    let now = circumstances.now
    let listed = try circumstances.rules.suspensionReasons()
    guard listed.contains(reason) else {
      throw .codeNotListed(field: "body.reason", code: reason.rawValue, listed: listed.map(\.rawValue))
    }
    guard compensation.suspension == nil else {
      throw .invalid(field: "body", reason: "the periods of the case stand already")
    }
    let meant = compensation.file.deadlines.indices.filter {
      compensation.file.deadlines[$0].isOpen && compensation.file.deadlines[$0].kind.stands
    }
    guard meant.contains(where: { now < compensation.file.deadlines[$0].dueDate.due }) else {
      throw .invalid(field: "body", reason: "no period of the case runs that may stand")
    }
    guard compensation.file.suspensions.count < CaseFile.longest else { throw .full("suspensions") }
    var paused: [Contracts.DueDate] = []
    for index in meant where compensation.file.deadlines[index].isRunning {
      paused.append(compensation.file.deadlines[index].dueDate)
      compensation.file.deadlines[index].isStanding = true
    }
    compensation.file.suspensions.append(
      Suspension(reason: reason, explanation: explanation, approvedBy: circumstances.actor, from: now))
    let due = try compensation.start(.resume, from: now, rules: circumstances.rules)
    return [
      CompensationSuspended(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: now,
        subjectKey: compensation.subjectKey, reason: reason, paused: paused, resumeBy: due)
    ]
  }
}
