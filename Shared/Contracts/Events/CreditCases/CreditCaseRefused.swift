public import FoundationEssentials

/// The application is not taken on (不予受理).
public struct CreditCaseRefused: EventPayload {
  public static let type: EventType = .creditCaseRefused

  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// What it is.
  public var kind: CreditCaseKind
  /// Whose record it is about.
  public var subjectKey: String
  /// The region of the record (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// Why.
  public var reason: CreditCaseRefusal
  /// The article behind it.
  public var article: String?

  public init(
    caseId: UUID, caseNumber: String, kind: CreditCaseKind, subjectKey: String, region: String, at: Date,
    reason: CreditCaseRefusal, article: String? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.kind = kind
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.reason = reason
    self.article = article
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    kind = try fields.code("kind")
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    reason = try fields.code("reason")
    article = try fields.optionalString("article")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("kind", code: kind)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("reason", code: reason)
    object.set("article", article)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, kind.rawValue)]
  }
}
