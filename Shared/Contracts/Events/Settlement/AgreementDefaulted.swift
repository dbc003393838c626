public import FoundationEssentials

/// An agreement is not performed: it is enforced where a court confirmed it, and else sued on.
public struct AgreementDefaulted: EventPayload {
  public static let type: EventType = .agreementDefaulted

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
  /// Whether a court confirmed it, so that enforcement can be asked for.
  public var enforceable: Bool
  /// What is not paid, in fen.
  public var outstandingFen: Int64
  /// What was not met.
  public var missed: DueDate?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, batchId: UUID? = nil,
    agreementNumber: String, enforceable: Bool, outstandingFen: Int64, missed: DueDate? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.batchId = batchId
    self.agreementNumber = agreementNumber
    self.enforceable = enforceable
    self.outstandingFen = outstandingFen
    self.missed = missed
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    batchId = try fields.optionalUUID("batchId")
    agreementNumber = try fields.string("agreementNumber")
    enforceable = try fields.bool("enforceable")
    outstandingFen = try fields.fen("outstandingFen")
    missed = try fields.optionalObject("missed")
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
    object.set("enforceable", enforceable)
    object.set("outstandingFen", outstandingFen)
    object.set("missed", missed)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
