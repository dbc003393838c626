public import FoundationEssentials

/// The periods of a case stand still, with approval.
public struct CompensationSuspended: EventPayload {
  public static let type: EventType = .compensationSuspended

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
  /// Why.
  public var reason: SuspensionReason
  /// The periods that stand, as they ran until now.
  public var paused: [DueDate]
  /// By when they must run again.
  public var resumeBy: DueDate?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil,
    reason: SuspensionReason, paused: [DueDate], resumeBy: DueDate? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.reason = reason
    self.paused = paused
    self.resumeBy = resumeBy
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    reason = try fields.code("reason")
    paused = try fields.objects("paused", required: true, maximum: 16)
    resumeBy = try fields.optionalObject("resumeBy")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("reason", code: reason)
    object.set("paused", paused)
    object.set("resumeBy", resumeBy)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, reason.rawValue)]
  }
}
