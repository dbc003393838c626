import Civics
import Contracts
import FoundationEssentials

/// Signs what was agreed (签订赔偿协议): amount, ways, days.
struct SignAgreement: CaseStep {
  static let name = StepName.signAgreement

  var agreementNumber: String
  /// When it was signed; absent means now.
  var signedAt: Date?
  /// The amount fixed, in fen.
  var amountFen: Int64
  /// What is done in kind; each with the part of the amount that it makes good.
  var measures: [RestorationMeasure]
  /// What is paid, and by when.
  var instalments: [PlannedInstalment]
  /// The day by which all is done.
  var performBy: CivilDate
  /// The signed text.
  var document: EvidenceReference?

  init(
    agreementNumber: String, signedAt: Date? = nil, amountFen: Int64, measures: [RestorationMeasure] = [],
    instalments: [PlannedInstalment] = [], performBy: CivilDate, document: EvidenceReference? = nil
  ) {
    self.agreementNumber = agreementNumber
    self.signedAt = signedAt
    self.amountFen = amountFen
    self.measures = measures
    self.instalments = instalments
    self.performBy = performBy
    self.document = document
  }

  init(fields: JSONFields) throws(ContractViolation) {
    agreementNumber = try fields.string("agreementNumber")
    signedAt = try fields.optionalInstant("signedAt")
    amountFen = try fields.fen("amountFen")
    measures = try fields.objects("measures", maximum: 32)
    instalments = try fields.objects("instalments", maximum: 36)
    performBy = try fields.day("performBy")
    document = try fields.optionalObject("document")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("agreementNumber", agreementNumber)
    object.set("signedAt", signedAt)
    object.set("amountFen", amountFen)
    object.set("measures", measures.isEmpty ? nil : measures)
    object.set("instalments", instalments.isEmpty ? nil : instalments)
    object.set("performBy", day: performBy)
    object.set("document", document)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    let settlement = compensation.file.settlement
    guard let negotiation = settlement.negotiations.last, negotiation.agreedAt != nil, negotiation.failure == nil else {
      throw .settlement(.first("hold-round with the outcome agreed"))
    }
    guard let decision = settlement.decision else { throw .settlement(.first("decide-restoration")) }
    let signedAt = signedAt ?? circumstances.now
    guard signedAt <= circumstances.now, signedAt >= negotiation.notifiedAt else {
      throw .invalid(field: "body.signedAt", reason: "an agreement is signed after the notice, not in the future")
    }
    let plan = try PaymentPlan.instalments(instalments, after: signedAt, through: performBy)
    try circumstances.rules.check(measures, under: decision)
    guard decision.restorability != .full || decision.performer != .obligor || !measures.isEmpty else {
      throw .invalid(field: "body.measures", reason: "the damage can be restored and the obligor restores: say what")
    }
    try checkAmounts()
    let agreement = Agreement(
      agreementNumber: agreementNumber, signedAt: signedAt, amountFen: amountFen, modes: modes, measures: measures,
      instalments: plan, performBy: ShanghaiTime.end(of: performBy), document: document)
    try compensation.enter(.agreed, in: circumstances)
    compensation.amountFen = amountFen
    compensation.file.settlement.agreement = agreement
    compensation.planRestoration(measures, by: decision.performer)
    compensation.startPerformanceClocks(of: agreement, rules: circumstances.rules)
    let signed = told(agreement, compensation, at: circumstances.now)
    // Money may have come before the agreement.
    return [signed] + compensation.settleInstalments(received: circumstances.receivedFen, at: circumstances.now)
  }

  /// The ways in which the damage is made good, each once, in the order of the contract.
  private var modes: [RestorationMode] {
    let used = Set(measures.map(\.mode) + (instalments.isEmpty ? [] : [.money]))
    return RestorationMode.allCases.filter(used.contains)
  }

  /// Every fen of the amount is paid or made good in kind, and none twice.
  private func checkAmounts() throws(CompensationError) {
    guard amountFen > 0, !modes.isEmpty else {
      throw .invalid(field: "body.amountFen", reason: "an agreement fixes an amount and how it is made good")
    }
    var covered: Int64 = 0
    for part in instalments.map(\.amountFen) + measures.map({ $0.valueFen ?? 0 }) {
      let (sum, overflow) = covered.addingReportingOverflow(part)
      guard !overflow else { throw .settlement(.amountsDiffer(amountFen: amountFen, coveredFen: .max)) }
      covered = sum
    }
    guard covered == amountFen else {
      throw .settlement(.amountsDiffer(amountFen: amountFen, coveredFen: covered))
    }
  }

  private func told(_ agreement: Agreement, _ compensation: CompensationCase, at now: Date) -> AgreementSigned {
    AgreementSigned(
      caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: now,
      subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId,
      agreementNumber: agreementNumber, amountFen: amountFen, modes: agreement.modes, measures: measures,
      instalments: agreement.instalments.map(\.instalment), performBy: agreement.performBy,
      documentSha256: document?.sha256)
  }
}
