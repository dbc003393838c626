public import FoundationEssentials

/// A breach of order that was told of was none: what was missing had happened in time and came in late.
public struct CompensationOrderRestored: EventPayload {
  public static let type: EventType = .compensationOrderRestored

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

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, penaltyNumber: String,
    gate: PenaltyGate
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.penaltyNumber = penaltyNumber
    self.gate = gate
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    gate = try fields.code("gate")
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
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, gate.rawValue)]
  }
}
