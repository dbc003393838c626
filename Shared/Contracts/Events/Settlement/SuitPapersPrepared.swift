public import FoundationEssentials

/// The papers for a suit are ready (诉讼材料).
public struct SuitPapersPrepared: EventPayload {
  public static let type: EventType = .suitPapersPrepared

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
  /// Why a suit may be brought.
  public var cause: SuitCause
  /// The court that hears it first.
  public var court: String
  /// What is claimed, in fen.
  public var amountFen: Int64?
  /// SHA-256 of the papers' text.
  public var documentSha256: String
  /// How many documents are enclosed.
  public var documents: Int

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, batchId: UUID? = nil,
    cause: SuitCause, court: String, amountFen: Int64? = nil, documentSha256: String, documents: Int
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.batchId = batchId
    self.cause = cause
    self.court = court
    self.amountFen = amountFen
    self.documentSha256 = documentSha256
    self.documents = documents
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    batchId = try fields.optionalUUID("batchId")
    cause = try fields.code("cause")
    court = try fields.string("court")
    amountFen = try fields.optionalFen("amountFen")
    documentSha256 = try fields.sha256("documentSha256")
    documents = try fields.integer("documents")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("batchId", batchId)
    object.set("cause", code: cause)
    object.set("court", court)
    object.set("amountFen", amountFen)
    object.set("documentSha256", documentSha256)
    object.set("documents", documents)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, cause.rawValue),
    ]
  }
}
