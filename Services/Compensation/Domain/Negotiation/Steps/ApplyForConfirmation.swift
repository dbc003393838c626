import Contracts
import FoundationEssentials

/// Asks the court to confirm the agreement (申请司法确认).
struct ApplyForConfirmation: CaseStep {
  static let name = StepName.applyForConfirmation

  var court: String
  /// When it was asked; absent means now.
  var appliedAt: Date?

  init(
    court: String, appliedAt: Date? = nil
  ) {
    self.court = court
    self.appliedAt = appliedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    court = try fields.string("court")
    appliedAt = try fields.optionalInstant("appliedAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("court", court)
    object.set("appliedAt", appliedAt)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var agreement = try compensation.signedAgreement()
    let appliedAt = appliedAt ?? circumstances.now
    guard appliedAt >= agreement.signedAt, appliedAt <= circumstances.now else {
      throw .invalid(field: "body.appliedAt", reason: "confirmation is asked for after signing, not in the future")
    }
    try compensation.enter(.courtConfirmation, in: circumstances)
    agreement.court = CourtConfirmation(court: court, appliedAt: appliedAt)
    compensation.file.settlement.agreement = agreement
    return [
      AgreementCourtApplied(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId,
        agreementNumber: agreement.agreementNumber, court: court)
    ]
  }
}
