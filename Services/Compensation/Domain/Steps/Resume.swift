import Contracts
import FoundationEssentials

/// Lets the periods of a case run again: the days they stood are not counted.
struct Resume: CaseStep {
  static let name = StepName.resume

  init() {}
  init(fields: JSONFields) throws(ContractViolation) {}
  var json: JSON { .object(JSONObject()) }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    guard compensation.suspension != nil else {
      throw .invalid(field: "body", reason: "the periods of the case do not stand")
    }
    let standing = Set(compensation.file.deadlines.filter(\.isStanding).map(\.kind))
    compensation.file.suspensions[compensation.file.suspensions.count - 1].to = circumstances.now
    compensation.meet(.resume, at: circumstances.now)
    _ = try compensation.recount(at: circumstances.now, rules: circumstances.rules) { $0.isStanding }
    let due = compensation.file.deadlines.filter { $0.isOpen && standing.contains($0.kind) }.map(\.dueDate)
    return [
      CompensationResumed(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, dueDates: due)
    ]
  }
}
