public import FoundationEssentials

/// The check ended without a case.
public struct CompensationNotStarted: EventPayload {
  public static let type: EventType = .compensationNotStarted

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
  public var reason: NotStartedReason
  /// The article behind it.
  public var article: String?
  /// The number of the penalty case.
  public var penaltyNumber: String?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil,
    reason: NotStartedReason, article: String? = nil, penaltyNumber: String? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.reason = reason
    self.article = article
    self.penaltyNumber = penaltyNumber
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    reason = try fields.code("reason")
    article = try fields.optionalString("article")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("reason", code: reason)
    object.set("article", article)
    object.set("penaltyNumber", penaltyNumber)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, reason.rawValue),
    ]
  }
}
