import Contracts
import FoundationEssentials

/// What the court said to the application for confirmation.
struct RecordRuling: CaseStep {
  static let name = StepName.recordRuling

  var decision: CourtDecision
  var rulingNumber: String?
  /// When it ruled; absent means now.
  var decidedAt: Date?

  init(
    decision: CourtDecision, rulingNumber: String? = nil, decidedAt: Date? = nil
  ) {
    self.decision = decision
    self.rulingNumber = rulingNumber
    self.decidedAt = decidedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    decision = try fields.code("decision")
    rulingNumber = try fields.optionalString("rulingNumber")
    decidedAt = try fields.optionalInstant("decidedAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("decision", code: decision)
    object.set("rulingNumber", rulingNumber)
    object.set("decidedAt", decidedAt)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var agreement = try compensation.signedAgreement()
    guard var court = agreement.court else { throw .settlement(.first("apply-for-confirmation")) }
    let decidedAt = decidedAt ?? circumstances.now
    guard decidedAt >= court.appliedAt, decidedAt <= circumstances.now else {
      throw .invalid(field: "body.decidedAt", reason: "a court rules after the application, not in the future")
    }
    if decision == .confirmed {
      guard rulingNumber != nil else {
        throw .invalid(field: "body.rulingNumber", reason: "a confirmation has the number of its ruling")
      }
      guard let notBefore = court.notBefore else { throw .settlement(.first("record-publication")) }
      guard decidedAt >= notBefore.due else { throw .settlement(.tooEarly(notBefore)) }
    }
    court.decision = decision
    court.rulingNumber = rulingNumber
    court.decidedAt = decidedAt
    agreement.court = court
    compensation.file.settlement.agreement = agreement
    switch decision {
    // The agreement binds the parties without the court too (withdrawn); one that the court refuses is talked over anew.
    case .confirmed, .withdrawn: try compensation.enter(.performing, in: circumstances)
    case .rejected: try compensation.returnToNegotiation(in: circumstances)
    }
    return [
      AgreementCourtDecided(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId,
        agreementNumber: agreement.agreementNumber, decision: decision, rulingNumber: rulingNumber)
    ]
  }
}
