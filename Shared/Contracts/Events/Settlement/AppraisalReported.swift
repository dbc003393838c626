public import FoundationEssentials

/// An appraisal body handed in its report.
public struct AppraisalReported: EventPayload {
  public static let type: EventType = .appraisalReported

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
  /// What it puts the damage at, in fen; absent where it fixes none.
  public var amountFen: Int64?
  /// Whether the damage can be restored.
  public var restorability: Restorability?
  /// SHA-256 of the report.
  public var documentSha256: String?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, batchId: UUID? = nil,
    appraisalId: UUID, kind: AppraisalKind, bodyKey: String, amountFen: Int64? = nil,
    restorability: Restorability? = nil, documentSha256: String? = nil
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
    self.amountFen = amountFen
    self.restorability = restorability
    self.documentSha256 = documentSha256
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
    amountFen = try fields.optionalFen("amountFen")
    restorability = try fields.optionalCode("restorability")
    documentSha256 = try fields.optionalSHA256("documentSha256")
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
    object.set("amountFen", amountFen)
    object.set("restorability", code: restorability)
    object.set("documentSha256", documentSha256)
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
