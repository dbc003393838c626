import Civics
import Contracts
import FoundationEssentials

/// Changes by when an agreement is performed (补充协议). Its amount stays, and so do instalments already paid.
struct AmendAgreement: CaseStep {
  static let name = StepName.amendAgreement

  /// The whole plan of payment, with what is paid already.
  var instalments: [PlannedInstalment]
  /// The day by which all is done.
  var performBy: CivilDate
  /// The signed text.
  var document: EvidenceReference?

  init(
    instalments: [PlannedInstalment] = [], performBy: CivilDate, document: EvidenceReference? = nil
  ) {
    self.instalments = instalments
    self.performBy = performBy
    self.document = document
  }

  init(fields: JSONFields) throws(ContractViolation) {
    instalments = try fields.objects("instalments", maximum: 36)
    performBy = try fields.day("performBy")
    document = try fields.optionalObject("document")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("instalments", instalments.isEmpty ? nil : instalments)
    object.set("performBy", day: performBy)
    object.set("document", document)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var agreement = try compensation.signedAgreement()
    let plan = try PaymentPlan.instalments(instalments, after: agreement.signedAt, through: performBy)
    let paid = agreement.instalments.filter { $0.paidAt != nil }
    guard plan.count >= paid.count, zip(plan, paid).allSatisfy({ $0.instalment == $1.instalment }) else {
      throw .invalid(field: "body.instalments", reason: "instalments that are paid stay as they are")
    }
    let sum = plan.reduce(Int64(0)) { $0 &+ $1.amountFen }
    guard sum == agreement.moneyFen else {
      throw .settlement(.amountsDiffer(amountFen: agreement.moneyFen, coveredFen: sum))
    }
    agreement.instalments = paid + plan.dropFirst(paid.count)
    agreement.performBy = ShanghaiTime.end(of: performBy)
    agreement.defaultedAt = nil
    compensation.file.settlement.agreement = agreement
    compensation.startPerformanceClocks(of: agreement, rules: circumstances.rules)
    let amended: [any EventPayload] = [
      AgreementAmended(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId,
        agreementNumber: agreement.agreementNumber, instalments: agreement.instalments.map(\.instalment),
        performBy: agreement.performBy, documentSha256: document?.sha256)
    ]
    return amended + compensation.settleInstalments(received: circumstances.receivedFen, at: circumstances.now)
  }
}
