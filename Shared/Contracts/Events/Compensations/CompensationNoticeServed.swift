public import FoundationEssentials

/// The notice on the duty of compensation was served (送达回证).
public struct CompensationNoticeServed: EventPayload {
  public static let type: EventType = .compensationNoticeServed

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
  /// The document's number (文号).
  public var noticeNumber: String
  /// When it was served.
  public var servedAt: Date
  /// How.
  public var method: ServiceMethod

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, noticeNumber: String,
    servedAt: Date, method: ServiceMethod
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.noticeNumber = noticeNumber
    self.servedAt = servedAt
    self.method = method
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    noticeNumber = try fields.string("noticeNumber")
    servedAt = try fields.instant("servedAt")
    method = try fields.code("method")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("noticeNumber", noticeNumber)
    object.set("servedAt", servedAt)
    object.set("method", code: method)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, method.rawValue)]
  }
}
