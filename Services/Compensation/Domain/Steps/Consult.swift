import Contracts
import FoundationEssentials

/// Records the first consultation with the obligor (初步商议), which comes before discretion and prior notice.
///
/// What counts is when it was held, not when it was recorded. An obligor who was asked and did not come cannot hold the
/// penalty case up.
struct Consult: CaseStep {
  static let name = StepName.consult

  /// When it was held; absent means now.
  var heldAt: Date?
  var outcome: ConsultationOutcome
  /// The number of the record (笔录).
  var recordNumber: String?

  init(heldAt: Date? = nil, outcome: ConsultationOutcome, recordNumber: String? = nil) {
    self.heldAt = heldAt
    self.outcome = outcome
    self.recordNumber = recordNumber
  }

  init(fields: JSONFields) throws(ContractViolation) {
    heldAt = try fields.optionalInstant("heldAt")
    outcome = try fields.code("outcome")
    recordNumber = try fields.optionalString("recordNumber")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("heldAt", heldAt)
    object.set("outcome", code: outcome)
    object.set("recordNumber", recordNumber)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    let held = heldAt ?? circumstances.now
    guard held >= compensation.openedAt, held <= circumstances.now else {
      throw .invalid(field: "body.heldAt", reason: "a consultation is held after the clue and before it is recorded")
    }
    guard compensation.subjectKey != nil else {
      throw .invalid(field: "body", reason: "nobody liable is known: there is nobody to consult")
    }
    guard compensation.file.consultations.count < CaseFile.longest else { throw .full("consultations") }
    compensation.file.consultations.append(
      Consultation(heldAt: held, outcome: outcome, recordNumber: recordNumber, actor: circumstances.actor))
    return [
      CompensationConsulted(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, penaltyNumber: compensation.penalty?.number, heldAt: held,
        outcome: outcome)
    ]
  }
}
