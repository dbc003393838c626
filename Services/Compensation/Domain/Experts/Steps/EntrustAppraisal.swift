import Contracts
import FoundationEssentials

/// Entrusts an appraisal body (委托鉴定评估). That it is registered and licensed was looked up before.
struct EntrustAppraisal: CaseStep {
  static let name = StepName.entrustAppraisal

  /// The body.
  var bodyKey: String
  var kind: AppraisalKind
  /// Whether the obligor entrusts it too.
  var jointly: Bool

  init(
    bodyKey: String, kind: AppraisalKind, jointly: Bool
  ) {
    self.bodyKey = bodyKey
    self.kind = kind
    self.jointly = jointly
  }

  init(fields: JSONFields) throws(ContractViolation) {
    bodyKey = try fields.subjectKey("bodyKey")
    kind = try fields.code("kind")
    jointly = try fields.bool("jointly")

    try SubjectCheck.check(bodyKey, field: fields.path("bodyKey"))
  }

  var json: JSON {
    var object = JSONObject()
    object.set("bodyKey", bodyKey)
    object.set("kind", code: kind)
    object.set("jointly", jointly)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    guard bodyKey != compensation.subjectKey else {
      throw .invalid(field: "body.bodyKey", reason: "the obligor cannot appraise the damage it caused")
    }
    guard kind != .joint || jointly else {
      throw .invalid(field: "body.jointly", reason: "a body of neither register is entrusted by both parties")
    }
    let number = compensation.file.settlement.appraisals.count + 1
    let appraisal = Appraisal(
      id: Clue.id("appraisal", compensation.id.lowercased, String(number)), kind: kind, bodyKey: bodyKey,
      jointly: jointly, entrustedAt: circumstances.now)
    guard number <= Self.largestCount else { throw .full("appraisals") }
    compensation.file.settlement.appraisals.append(appraisal)
    return [
      AppraisalEntrusted(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId, appraisalId: appraisal.id,
        kind: kind, bodyKey: bodyKey, jointly: jointly)
    ]
  }

  /// How many appraisals one case can have.
  static let largestCount = 16
}
