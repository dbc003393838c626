public import FoundationEssentials

/// A period ends soon (预警).
public struct CompensationWarned: EventPayload {
  public static let type: EventType = .compensationWarned

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
  public var upcoming: DueDate
  /// Where the case stands.
  public var status: CompensationStatus

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, upcoming: DueDate,
    status: CompensationStatus
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.upcoming = upcoming
    self.status = status
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    upcoming = try fields.object("upcoming")
    status = try fields.code("status")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("upcoming", upcoming)
    object.set("status", code: status)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
