import Contracts
import FoundationEssentials

/// That the court published the agreement (公告): it rules when the period of the publication is over.
struct RecordPublication: CaseStep {
  static let name = StepName.recordPublication

  /// When it was published; absent means now.
  var publishedAt: Date?

  init(
    publishedAt: Date? = nil
  ) {
    self.publishedAt = publishedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    publishedAt = try fields.optionalInstant("publishedAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("publishedAt", publishedAt)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var agreement = try compensation.signedAgreement()
    guard var court = agreement.court else { throw .settlement(.first("apply-for-confirmation")) }
    guard court.publishedAt == nil else { throw .settlement(.doneBefore("the court published the agreement")) }
    let publishedAt = publishedAt ?? circumstances.now
    guard publishedAt >= court.appliedAt, publishedAt <= circumstances.now else {
      throw .invalid(
        field: "body.publishedAt", reason: "an agreement is published after the application, not in the future")
    }
    let notBefore = try circumstances.rules.dueDate(
      CompensationRules.SettlementKey.courtNotice, from: publishedAt)
    court.publishedAt = publishedAt
    court.notBefore = notBefore
    agreement.court = court
    compensation.file.settlement.agreement = agreement
    return [
      AgreementCourtPublished(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId,
        agreementNumber: agreement.agreementNumber, publishedAt: publishedAt, notBefore: notBefore)
    ]
  }
}
