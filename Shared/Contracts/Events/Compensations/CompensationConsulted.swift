public import FoundationEssentials

/// The first consultation with the obligor (初步商议) took place, before discretion and prior notice.
public struct CompensationConsulted: EventPayload {
  public static let type: EventType = .compensationConsulted

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
  public var penaltyNumber: String?
  /// When it was held.
  public var heldAt: Date
  /// How the obligor took it.
  public var outcome: ConsultationOutcome

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil,
    penaltyNumber: String? = nil, heldAt: Date, outcome: ConsultationOutcome
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.penaltyNumber = penaltyNumber
    self.heldAt = heldAt
    self.outcome = outcome
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    heldAt = try fields.instant("heldAt")
    outcome = try fields.code("outcome")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("penaltyNumber", penaltyNumber)
    object.set("heldAt", heldAt)
    object.set("outcome", code: outcome)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, outcome.rawValue)]
  }
}
