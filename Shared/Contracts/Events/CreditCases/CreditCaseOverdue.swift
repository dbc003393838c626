public import FoundationEssentials

/// A period of a case ran out without what it asks for.
public struct CreditCaseOverdue: EventPayload {
  public static let type: EventType = .creditCaseOverdue

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
  /// The period.
  public var missed: DueDate

  public init(
    caseId: UUID, caseNumber: String, kind: CreditCaseKind, subjectKey: String, region: String, at: Date,
    missed: DueDate
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.kind = kind
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.missed = missed
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    kind = try fields.code("kind")
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    missed = try fields.object("missed")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("kind", code: kind)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("missed", missed)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, kind.rawValue)]
  }
}
