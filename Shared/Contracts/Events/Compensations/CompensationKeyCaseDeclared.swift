public import FoundationEssentials

/// A case is followed as a key case (重点案件).
public struct CompensationKeyCaseDeclared: EventPayload {
  public static let type: EventType = .compensationKeyCaseDeclared

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
  /// By whom.
  public var level: KeyCaseLevel
  /// Why.
  public var reason: KeyCaseReason

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, level: KeyCaseLevel,
    reason: KeyCaseReason
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.level = level
    self.reason = reason
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    level = try fields.code("level")
    reason = try fields.code("reason")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("level", code: level)
    object.set("reason", code: reason)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, level.rawValue)]
  }
}
