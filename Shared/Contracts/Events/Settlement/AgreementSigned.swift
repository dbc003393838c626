public import FoundationEssentials

/// An agreement on compensation was signed (签订赔偿协议).
public struct AgreementSigned: EventPayload {
  public static let type: EventType = .agreementSigned

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
  /// The agreement's number.
  public var agreementNumber: String
  /// The amount fixed, in fen.
  public var amountFen: Int64
  /// How the damage is made good.
  public var modes: [RestorationMode]
  /// What is to be done.
  public var measures: [RestorationMeasure]
  /// What is to be paid, and by when.
  public var instalments: [Instalment]
  /// The first instant after the day by which all is to be done.
  public var performBy: Date
  /// SHA-256 of the signed text.
  public var documentSha256: String?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, batchId: UUID? = nil,
    agreementNumber: String, amountFen: Int64, modes: [RestorationMode], measures: [RestorationMeasure] = [],
    instalments: [Instalment] = [], performBy: Date, documentSha256: String? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.batchId = batchId
    self.agreementNumber = agreementNumber
    self.amountFen = amountFen
    self.modes = modes
    self.measures = measures
    self.instalments = instalments
    self.performBy = performBy
    self.documentSha256 = documentSha256
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    batchId = try fields.optionalUUID("batchId")
    agreementNumber = try fields.string("agreementNumber")
    amountFen = try fields.fen("amountFen")
    modes = try fields.codes("modes", required: true, maximum: 16)
    measures = try fields.objects("measures", maximum: 32)
    instalments = try fields.objects("instalments")
    performBy = try fields.instant("performBy")
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
    object.set("agreementNumber", agreementNumber)
    object.set("amountFen", amountFen)
    object.set("modes", codes: modes)
    object.set("measures", measures.isEmpty ? nil : measures)
    object.set("instalments", instalments.isEmpty ? nil : instalments)
    object.set("performBy", performBy)
    object.set("documentSha256", documentSha256)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
