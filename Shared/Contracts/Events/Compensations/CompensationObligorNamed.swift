public import FoundationEssentials

/// Somebody liable was found for a case that had nobody.
public struct CompensationObligorNamed: EventPayload {
  public static let type: EventType = .compensationObligorNamed

  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// The region of the damage (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Who is liable.
  public var subjectKey: String
  /// True when the case had gone on without an obligor: the insurer may take recourse.
  public var wasNoObligor: Bool
  /// The number of the penalty case.
  public var penaltyNumber: String?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String, wasNoObligor: Bool,
    penaltyNumber: String? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.wasNoObligor = wasNoObligor
    self.penaltyNumber = penaltyNumber
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.subjectKey("subjectKey")
    wasNoObligor = try fields.bool("wasNoObligor")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("wasNoObligor", wasNoObligor)
    object.set("penaltyNumber", penaltyNumber)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
