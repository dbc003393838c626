public import FoundationEssentials

/// An instalment of an agreement is covered by what was received.
public struct InstalmentPaid: EventPayload {
  public static let type: EventType = .instalmentPaid

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
  /// The instalment.
  public var instalment: Instalment
  /// Whether it came after its day.
  public var late: Bool
  /// What remains to be paid, in fen.
  public var outstandingFen: Int64

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, batchId: UUID? = nil,
    agreementNumber: String, instalment: Instalment, late: Bool, outstandingFen: Int64
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.batchId = batchId
    self.agreementNumber = agreementNumber
    self.instalment = instalment
    self.late = late
    self.outstandingFen = outstandingFen
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    batchId = try fields.optionalUUID("batchId")
    agreementNumber = try fields.string("agreementNumber")
    instalment = try fields.object("instalment")
    late = try fields.bool("late")
    outstandingFen = try fields.fen("outstandingFen")
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
    object.set("instalment", instalment)
    object.set("late", late)
    object.set("outstandingFen", outstandingFen)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
