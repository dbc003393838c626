public import FoundationEssentials

/// A period ran out without what it asks for.
public struct CompensationOverdue: EventPayload {
  public static let type: EventType = .compensationOverdue

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
  /// The period.
  public var missed: DueDate
  /// Where the case stands.
  public var status: CompensationStatus

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, missed: DueDate,
    status: CompensationStatus
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.missed = missed
    self.status = status
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    missed = try fields.object("missed")
    status = try fields.code("status")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("missed", missed)
    object.set("status", code: status)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
