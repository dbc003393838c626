public import FoundationEssentials

/// The case went on to another stage.
public struct CompensationStageChanged: EventPayload {
  public static let type: EventType = .compensationStageChanged

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
  /// The stage it left.
  public var from: CompensationStatus
  /// The stage it entered.
  public var to: CompensationStatus
  /// The number of the penalty case.
  public var penaltyNumber: String?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil,
    from: CompensationStatus, to: CompensationStatus, penaltyNumber: String? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.from = from
    self.to = to
    self.penaltyNumber = penaltyNumber
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    from = try fields.code("from")
    to = try fields.code("to")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("from", code: from)
    object.set("to", code: to)
    object.set("penaltyNumber", penaltyNumber)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, to.rawValue)]
  }
}
