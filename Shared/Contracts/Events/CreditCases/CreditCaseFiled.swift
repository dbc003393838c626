public import FoundationEssentials

/// Somebody applied for a repair of credit, raised an objection, or took an act to review or to court.
public struct CreditCaseFiled: EventPayload {
  public static let type: EventType = .creditCaseFiled

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
  /// The entries of the ledger that it is about.
  public var entries: [EntryReference]
  /// The number of the penalty case.
  public var penaltyNumber: String?
  /// The body that decides: the bureau, the authority above, a court.
  public var decidedBy: String?
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    caseId: UUID, caseNumber: String, kind: CreditCaseKind, subjectKey: String, region: String, at: Date,
    entries: [EntryReference], penaltyNumber: String? = nil, decidedBy: String? = nil, dueDates: [DueDate] = []
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.kind = kind
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.entries = entries
    self.penaltyNumber = penaltyNumber
    self.decidedBy = decidedBy
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    kind = try fields.code("kind")
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    entries = try fields.objects("entries", required: true, maximum: 32)
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    decidedBy = try fields.optionalString("decidedBy")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("kind", code: kind)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("entries", entries)
    object.set("penaltyNumber", penaltyNumber)
    object.set("decidedBy", decidedBy)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, kind.rawValue)]
  }
}
