import Contracts
import FoundationEssentials

/// Takes in the report of an appraisal body.
struct ReportAppraisal: CaseStep {
  static let name = StepName.reportAppraisal

  var appraisalId: UUID
  /// What it puts the damage at, in fen; absent where it fixes none.
  var amountFen: Int64?
  /// Whether it finds that the damage can be restored.
  var restorability: Restorability?
  var report: EvidenceReference

  init(
    appraisalId: UUID, amountFen: Int64? = nil, restorability: Restorability? = nil, report: EvidenceReference
  ) {
    self.appraisalId = appraisalId
    self.amountFen = amountFen
    self.restorability = restorability
    self.report = report
  }

  init(fields: JSONFields) throws(ContractViolation) {
    appraisalId = try fields.uuid("appraisalId")
    amountFen = try fields.optionalFen("amountFen")
    restorability = try fields.optionalCode("restorability")
    report = try fields.object("report")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("appraisalId", appraisalId)
    object.set("amountFen", amountFen)
    object.set("restorability", code: restorability)
    object.set("report", report)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var settlement = compensation.file.settlement
    guard let index = settlement.appraisals.firstIndex(where: { $0.id == appraisalId }) else {
      throw .invalid(field: "body.appraisalId", reason: "the case has no such appraisal")
    }
    guard settlement.appraisals[index].reportedAt == nil else {
      throw .settlement(.doneBefore("the report was handed in"))
    }
    settlement.appraisals[index].reportedAt = circumstances.now
    settlement.appraisals[index].amountFen = amountFen
    settlement.appraisals[index].restorability = restorability
    settlement.appraisals[index].report = report
    let appraisal = settlement.appraisals[index]
    compensation.file.settlement = settlement
    return [
      AppraisalReported(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: settlement.batchId, appraisalId: appraisal.id,
        kind: appraisal.kind, bodyKey: appraisal.bodyKey, amountFen: amountFen, restorability: restorability,
        documentSha256: report.sha256)
    ]
  }
}
