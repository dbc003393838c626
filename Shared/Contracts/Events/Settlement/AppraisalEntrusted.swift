public import FoundationEssentials

/// An appraisal body was entrusted (委托鉴定评估).
public struct AppraisalEntrusted: EventPayload {
  public static let type: EventType = .appraisalEntrusted

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
  /// The batch (集约办案) it was done in.
  public var batchId: UUID?
  /// The appraisal.
  public var appraisalId: UUID
  /// What kind of body it is.
  public var kind: AppraisalKind
  /// The body.
  public var bodyKey: String
  /// Whether the obligor entrusted it too.
  public var jointly: Bool
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, batchId: UUID? = nil,
    appraisalId: UUID, kind: AppraisalKind, bodyKey: String, jointly: Bool, dueDates: [DueDate] = []
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.batchId = batchId
    self.appraisalId = appraisalId
    self.kind = kind
    self.bodyKey = bodyKey
    self.jointly = jointly
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    batchId = try fields.optionalUUID("batchId")
    appraisalId = try fields.uuid("appraisalId")
    kind = try fields.code("kind")
    bodyKey = try fields.subjectKey("bodyKey")
    jointly = try fields.bool("jointly")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("batchId", batchId)
    object.set("appraisalId", appraisalId)
    object.set("kind", code: kind)
    object.set("bodyKey", bodyKey)
    object.set("jointly", jointly)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, kind.rawValue),
    ]
  }
}
