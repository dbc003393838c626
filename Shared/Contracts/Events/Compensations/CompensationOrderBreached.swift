public import FoundationEssentials

/// A penalty case went through a gate that was closed then: somebody must look.
public struct CompensationOrderBreached: EventPayload {
  public static let type: EventType = .compensationOrderBreached

  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// The region of the damage (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Who is liable; absent when unknown.
  public var subjectKey: String?
  /// The number of the penalty case.
  public var penaltyNumber: String
  /// The gate.
  public var gate: PenaltyGate
  /// When the penalty case went through.
  public var passedAt: Date
  /// Why the gate was closed.
  public var reason: GateReason

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, penaltyNumber: String,
    gate: PenaltyGate, passedAt: Date, reason: GateReason
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.penaltyNumber = penaltyNumber
    self.gate = gate
    self.passedAt = passedAt
    self.reason = reason
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    gate = try fields.code("gate")
    passedAt = try fields.instant("passedAt")
    reason = try fields.code("reason")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("penaltyNumber", penaltyNumber)
    object.set("gate", code: gate)
    object.set("passedAt", passedAt)
    object.set("reason", code: reason)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, gate.rawValue)]
  }
}
