public import FoundationEssentials

/// The bureau handed in its answer and the evidence for its act (答复、答辩).
public struct CreditCaseAnswered: EventPayload {
  public static let type: EventType = .creditCaseAnswered

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
  /// The number of the instance: 1, or 2 after an appeal.
  public var instance: Int

  public init(
    caseId: UUID, caseNumber: String, kind: CreditCaseKind, subjectKey: String, region: String, at: Date,
    instance: Int
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.kind = kind
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.instance = instance
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    kind = try fields.code("kind")
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    instance = try fields.integer("instance")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("kind", code: kind)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("instance", instance)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, kind.rawValue)]
  }
}
